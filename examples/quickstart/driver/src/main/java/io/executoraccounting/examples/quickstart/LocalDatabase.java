/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.examples.quickstart;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of its own for the service, on a loopback port, gone when it is closed. */
public final class LocalDatabase implements AutoCloseable {
  private final EmbeddedPostgres postgres;

  private LocalDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Starts it and creates the service's tables and its login {@code app_rw}.
   *
   * @param password of {@code app_rw}; without quotes
   * @param log where the server's own output goes, every statement included
   * @throws IOException if PostgreSQL cannot run here; the message says what it needs
   */
  public static LocalDatabase start(String password, Path log) throws IOException {
    EmbeddedPostgres postgres;
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("log_statement", "all")
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "PostgreSQL did not start ("
              + rootCause(e)
              + "; its output: "
              + log
              + "). It does not run as root; started by root it needs user namespaces"
              + " (`unshare -U true` must succeed). Run as an ordinary user, or allow them.",
          e);
    }
    LocalDatabase database = new LocalDatabase(postgres);
    try (Connection owner = postgres.getPostgresDatabase().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute(
          "CREATE TABLE orders (id bigint PRIMARY KEY, customer text, amount_cents bigint)");
      statement.execute(
          "CREATE TABLE refunds (id bigserial PRIMARY KEY, order_id bigint REFERENCES orders,"
              + " amount_cents bigint, requested_by text, settled boolean)");
      statement.execute(
          "INSERT INTO orders SELECT n, 'customer ' || n, n * 100 FROM generate_series(1, 64) n");
      statement.execute("CREATE ROLE app_rw LOGIN PASSWORD '" + password + "'");
      statement.execute("GRANT SELECT, INSERT, UPDATE ON orders, refunds TO app_rw");
      statement.execute("GRANT USAGE ON SEQUENCE refunds_id_seq TO app_rw");
      askForPassword(statement);
    } catch (SQLException e) {
      database.close();
      throw new IOException("the quickstart's tables could not be created", e);
    }
    return database;
  }

  public int port() {
    return postgres.getPort();
  }

  /** Without a login. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres";
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /** Embedded PostgreSQL trusts every login; all but the owner's have to prove themselves. */
  private static void askForPassword(Statement statement) throws SQLException, IOException {
    try (ResultSet file = statement.executeQuery("SHOW hba_file")) {
      file.next();
      Files.writeString(
          Path.of(file.getString(1)),
          "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
    }
    statement.execute("SELECT pg_reload_conf()");
  }

  private static String rootCause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }
}
