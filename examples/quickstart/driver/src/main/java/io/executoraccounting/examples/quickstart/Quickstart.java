/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.examples.quickstart;

import static java.util.Map.entry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Starts the service with the agent attached, sends it work from a person, an AI agent and a
 * schedule, and prints what the agent recorded.
 */
public final class Quickstart {
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Path agentJar;
  private final Path serviceJar;
  private final Path folder;

  private Quickstart(Path agentJar, Path serviceJar, Path folder) {
    this.agentJar = agentJar;
    this.serviceJar = serviceJar;
    this.folder = folder;
  }

  /** Arguments: the agent's jar, the service's jar, the folder for records and logs. */
  public static void main(String[] args) throws InterruptedException {
    try {
      new Quickstart(path(args[0]), path(args[1]), path(args[2])).run();
    } catch (IOException e) {
      System.err.println("quickstart: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path records = folder.resolve("records.jsonl");
    Files.deleteIfExists(records);
    Files.deleteIfExists(folder.resolve("postgresql.log"));
    String databasePassword = UUID.randomUUID().toString();
    Map<String, String> clientSecrets =
        Map.of(
            "orders-service", UUID.randomUUID().toString(),
            "reconciliation-job", UUID.randomUUID().toString());
    say("Starting PostgreSQL, a token issuer, a payments API and the service with the agent ...");
    try (LocalDatabase database =
            LocalDatabase.start(databasePassword, folder.resolve("postgresql.log"));
        TokenIssuer issuer = TokenIssuer.start(clientSecrets);
        PaymentsApi payments = PaymentsApi.start();
        OrdersService service =
            OrdersService.start(
                Path.of(System.getProperty("java.home")),
                List.of(
                    "-javaagent:" + agentJar,
                    "-Dexecutor.file.path=" + records,
                    "-Dexecutor.human.pseudonymise=false",
                    "-Dotel.service.name=orders"),
                serviceJar,
                Map.ofEntries(
                    entry("ORDERS_DB_URL", database.url()),
                    entry("ORDERS_DB_PASSWORD", databasePassword),
                    entry("ISSUER", TokenIssuer.ISSUER),
                    entry("ISSUER_URL", issuer.url()),
                    entry("PAYMENTS_URL", payments.url()),
                    entry("TICKETS_URL", payments.url()),
                    entry("TICKETS_API_KEY", UUID.randomUUID().toString()),
                    entry("ORDERS_CLIENT_SECRET", clientSecrets.get("orders-service")),
                    entry("RECONCILIATION_CLIENT_SECRET", clientSecrets.get("reconciliation-job")),
                    entry("RECONCILIATION_INITIAL_DELAY", "PT8S"),
                    entry("RECONCILIATION_EVERY", "PT8S")),
                folder.resolve("service.log"))) {
      say("alice reads order 7 with her own token");
      send(service, "GET", "/orders/7", issuer.person("alice", "orders:read payments:read"));
      say("support-bot, an AI agent, refunds order 7 for alice with a delegated token");
      String delegated = issuer.agentFor("alice", "support-bot", "orders:read refunds:write");
      send(service, "POST", "/orders/7/refunds", delegated);
      say("the reconciliation job runs by its schedule, for nobody\n");
      awaitLast(records, "UPDATE refunds");
    }
    List<AccountingRecord> accounted = RecordsFile.read(records);
    if (accounted.isEmpty()) {
      throw new IOException("the agent wrote no records; see " + folder.resolve("service.log"));
    }
    say(RecordsTable.of(accounted, ZoneId.systemDefault()));
    say("Records: " + records + " (OTLP JSON, one request a line)");
    say("Attach:  java -javaagent:" + agentJar + " -jar your-service.jar");
    say("Send:    add -Dotel.exporter.otlp.endpoint=http://localhost:4318, your OTLP backend");
  }

  private static void send(OrdersService service, String method, String path, String token)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.url() + path))
            .method(method, BodyPublishers.noBody())
            .header("Authorization", "Bearer " + token)
            .build();
    int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    if (status >= 300) {
      throw new IOException("the service answered " + status + " to " + method + " " + path);
    }
  }

  /** Records are written about once a second; a service that is killed loses what it has not. */
  private static void awaitLast(Path records, String name)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)
        && RecordsFile.read(records).stream().noneMatch(one -> one.name().equals(name))) {
      Thread.sleep(200);
    }
  }

  private static Path path(String argument) {
    return Path.of(argument).toAbsolutePath().normalize();
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
