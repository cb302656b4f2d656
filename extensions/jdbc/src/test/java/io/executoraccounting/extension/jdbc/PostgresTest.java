/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.testing.WovenAgent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.XAConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.xa.PGXADataSource;

/** A real PostgreSQL: what is recorded as login is whom the server knows. */
class PostgresTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().start();
    try (Connection admin = open("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("CREATE ROLE app_rw LOGIN PASSWORD 'pw'");
      statement.execute("CREATE TABLE orders (id int PRIMARY KEY, note text)");
      statement.execute("GRANT ALL ON orders TO app_rw");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void forgetTheStart() {
    agent.calls().clear();
  }

  @Test
  void tellsTheLoginThatTheServerKnows() throws SQLException {
    try (Connection connection = open("app_rw");
        PreparedStatement query = connection.prepareStatement("SELECT session_user")) {
      ResultSet result = query.executeQuery();
      result.next();
      OutboundCall call = agent.onlyCall().call();
      assertThat(call.credential().principal())
          .isEqualTo("postgresql:" + result.getString(1) + "@localhost:" + server.getPort());
      assertThat(call.credential().kind()).isEqualTo(CredentialKind.DB_PASSWORD);
      assertThat(call.host()).isEqualTo("localhost");
      assertThat(call.port()).isEqualTo(server.getPort());
      assertThat(call.conventions()).containsEntry("db.namespace", "postgres");
    }
  }

  @Test
  void countsABatchOnce() throws SQLException {
    try (Connection connection = open("app_rw");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO orders VALUES (?, ?) ON CONFLICT (id) DO NOTHING")) {
      for (int id = 0; id < 20; id++) {
        insert.setInt(1, id);
        insert.setString(2, "x");
        insert.addBatch();
      }
      insert.executeBatch();
    }
    assertThat(agent.onlyCall().call().summary()).isEqualTo("BATCH INSERT orders");
  }

  @Test
  void tellsTheStateOfAFailure() throws SQLException {
    try (Connection connection = open("app_rw");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DROP TABLE orders"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo("42501");
    assertThat(agent.onlyCall().call().summary()).isEqualTo("DROP TABLE orders");
  }

  @Test
  void readsTheLoginOfTheDriversDataSources() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url());
    source.setUser("app_rw");
    source.setPassword("pw");
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute("SELECT 1");
    }
    PGXADataSource xa = new PGXADataSource();
    xa.setUrl(url());
    XAConnection pooled = xa.getXAConnection("app_rw", "pw");
    try (Connection connection = pooled.getConnection()) {
      connection.createStatement().execute("SELECT 2");
    } finally {
      pooled.close();
    }
    assertThat(agent.calls())
        .extracting(captured -> captured.call().credential().principal())
        .containsExactly(
            "postgresql:app_rw@localhost:" + server.getPort(),
            "postgresql:app_rw@localhost:" + server.getPort());
  }

  @Test
  void readsTheLoginFromTheUrl() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url() + "?user=app_rw&password=pw")) {
      connection.createStatement().execute("SELECT 1");
    }
    assertThat(agent.onlyCall().call().credential().principal()).startsWith("postgresql:app_rw@");
  }

  private static Connection open(String user) throws SQLException {
    return DriverManager.getConnection(url(), user, "pw");
  }

  private static String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }
}
