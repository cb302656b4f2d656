/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.hikaricp;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.OutboundCall;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A real PostgreSQL with a login {@code app} and roles that it may put on. */
final class RolesServer {
  static final List<String> ROLES = List.of("reader", "writer", "auditor");

  private static RolesServer running;

  private final EmbeddedPostgres server;

  private RolesServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** One for all tests of this virtual machine, with which it ends. */
  static synchronized RolesServer running() throws IOException, SQLException {
    if (running == null) {
      running = start();
    }
    return running;
  }

  private static RolesServer start() throws IOException, SQLException {
    RolesServer started = new RolesServer(EmbeddedPostgres.builder().start());
    try (Connection admin = DriverManager.getConnection(started.url(), "postgres", "pw");
        Statement statement = admin.createStatement()) {
      // A superuser, for nobody else may SET SESSION AUTHORIZATION.
      statement.execute("CREATE ROLE app SUPERUSER LOGIN PASSWORD 'pw'");
      statement.execute("CREATE ROLE other LOGIN PASSWORD 'pw'");
      for (String role : ROLES) {
        statement.execute("CREATE ROLE " + role);
      }
      statement.execute("GRANT reader, writer TO other");
    }
    return started;
  }

  String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  HikariConfig config() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url());
    config.setUsername("app");
    config.setPassword("pw");
    config.setMaximumPoolSize(1);
    return config;
  }

  HikariDataSource pool() {
    return new HikariDataSource(config());
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String currentUser(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT current_user")) {
      result.next();
      return result.getString(1);
    }
  }

  /** The name of whose right a call says it uses. */
  static String authority(OutboundCall call) {
    List<AssumedIdentity> assumed = call.assumed();
    String id =
        assumed.isEmpty() ? call.credential().principal() : assumed.get(assumed.size() - 1).id();
    return id.replaceAll("^postgresql:|@localhost:\\d+$", "");
  }
}
