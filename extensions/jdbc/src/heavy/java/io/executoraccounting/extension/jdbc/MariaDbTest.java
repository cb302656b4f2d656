/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.vorburger.exec.ManagedProcessException;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.testing.WovenAgent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mariadb.jdbc.MariaDbDataSource;

/** A real MariaDB with its grants on: what is recorded as login is whom the server knows. */
class MariaDbTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  private static MariaDbServer server;
  private static int port;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = MariaDbServer.start();
    port = server.port();
  }

  @AfterAll
  static void stop() throws ManagedProcessException {
    if (server != null) {
      server.stop();
    }
  }

  @BeforeEach
  void forgetTheStart() {
    agent.calls().clear();
  }

  @Test
  void tellsTheLoginThatTheServerKnows() throws SQLException {
    try (Connection connection = open();
        PreparedStatement query = connection.prepareStatement("SELECT current_user()")) {
      ResultSet result = query.executeQuery();
      result.next();
      assertThat(result.getString(1)).startsWith("app_rw@");
    }
    assertThat(agent.onlyCall().call().credential().principal())
        .isEqualTo("mariadb:app_rw@127.0.0.1:" + port);
  }

  @Test
  void readsStatementsAsMariaDbDoes() throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO `shop`.`orders` VALUES (1, \"it's \\\" FROM nowhere\") # x");
    }
    OutboundCall call = agent.onlyCall().call();
    assertThat(call.summary()).isEqualTo("INSERT shop.orders");
    assertThat(call.gaps()).isEmpty();
  }

  @Test
  void countsABatchOnce() throws SQLException {
    try (Connection connection = open();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO shop.orders VALUES (?, ?)")) {
      for (int id = 10; id < 30; id++) {
        insert.setInt(1, id);
        insert.setString(2, "x");
        insert.addBatch();
      }
      insert.executeBatch();
    }
    OutboundCall call = agent.onlyCall().call();
    assertThat(call.summary()).isEqualTo("BATCH INSERT shop.orders");
    assertThat(call.conventions()).containsEntry("db.operation.batch.size", 20L);
  }

  @Test
  void tellsTheStateOfAFailure() throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DELETE FROM shop.orders"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo("42000");
  }

  @Test
  void readsTheLoginOfTheDriversDataSource() throws SQLException {
    MariaDbDataSource source = new MariaDbDataSource();
    source.setUrl(url());
    source.setUser("app_rw");
    source.setPassword("pw");
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute("SELECT 1");
    }
    // The source of 2.7 does not say which server its URL names.
    assertThat(agent.onlyCall().call().credential().principal())
        .isIn("mariadb:app_rw@127.0.0.1:" + port, "mariadb:app_rw");
  }

  private static Connection open() throws SQLException {
    return DriverManager.getConnection(url(), "app_rw", "pw");
  }

  private static String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/?sslMode=disable";
  }
}
