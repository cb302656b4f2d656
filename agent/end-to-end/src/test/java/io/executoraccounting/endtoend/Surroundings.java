/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import io.executoraccounting.examples.quickstart.LocalDatabase;
import io.executoraccounting.examples.quickstart.OrdersService;
import io.executoraccounting.examples.quickstart.PaymentsApi;
import io.executoraccounting.examples.quickstart.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that the service talks to, with a tap at each HTTP server. */
final class Surroundings implements AutoCloseable {
  static final String DB_PASSWORD = "canary-db-password-6b1f";
  static final String ORDERS_SECRET = "canary-orders-secret-90c2";
  static final String JOB_SECRET = "canary-job-secret-77ad";
  static final String API_KEY = "canary-api-key-e41b83d0";

  final Path folder;
  final LocalDatabase database;
  final TokenIssuer issuer;
  final PaymentsApi payments;
  final WireTap issuerWire;
  final WireTap paymentsWire;
  private final Path databaseLog;

  private Surroundings(Path folder) throws IOException {
    this.folder = folder;
    databaseLog = folder.resolve("postgresql.log");
    database = LocalDatabase.start(DB_PASSWORD, databaseLog);
    issuer =
        TokenIssuer.start(
            Map.of("orders-service", ORDERS_SECRET, "reconciliation-job", JOB_SECRET));
    payments = PaymentsApi.start();
    issuerWire = WireTap.before(issuer.url());
    paymentsWire = WireTap.before(payments.url());
  }

  static Surroundings start(String test) throws IOException {
    Path folder = Path.of(System.getProperty("test.folder"), test);
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve("postgresql.log"));
    return new Surroundings(folder);
  }

  /** The service as it is; {@code jvmArguments} attach the agent where there are any. */
  OrdersService service(String run, Path java, Map<String, String> more, String... jvmArguments)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-Xmx512m"));
    arguments.addAll(List.of(jvmArguments));
    Map<String, String> environment = new HashMap<>(environment());
    environment.putAll(more);
    return OrdersService.start(java, arguments, BuiltJars.SERVICE, environment, log(run));
  }

  Path log(String run) {
    return folder.resolve(run + ".log");
  }

  /** Every statement that the database got so far, with its parameters. */
  List<String> statements() throws IOException {
    try (var lines = Files.lines(databaseLog)) {
      return lines
          .map(line -> line.replace("\0", ""))
          .filter(line -> line.contains("execute ") || line.contains("Parameters:"))
          .map(line -> line.replaceFirst("^.*?(LOG|DETAIL):", "$1:"))
          .toList();
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        "ORDERS_DB_URL",
        database.url(),
        "ORDERS_DB_PASSWORD",
        DB_PASSWORD,
        "ISSUER",
        TokenIssuer.ISSUER,
        "ISSUER_URL",
        issuerWire.url(),
        "PAYMENTS_URL",
        paymentsWire.url(),
        "TICKETS_URL",
        paymentsWire.url(),
        "TICKETS_API_KEY",
        API_KEY,
        "ORDERS_CLIENT_SECRET",
        ORDERS_SECRET,
        "RECONCILIATION_CLIENT_SECRET",
        JOB_SECRET);
  }

  @Override
  public void close() throws IOException {
    issuerWire.close();
    paymentsWire.close();
    payments.close();
    issuer.close();
    database.close();
  }
}
