/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.vorburger.exec.ManagedProcessException;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.testing.WovenAgent;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Roles of a real MariaDB, each asked of the server next to the record. */
class MariaDbRolesTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  private static MariaDbServer server;

  private Connection connection;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = MariaDbServer.start();
  }

  @AfterAll
  static void stop() throws ManagedProcessException {
    if (server != null) {
      server.stop();
    }
  }

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection(server.url(), "app_rw", "pw");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void followsRoles() throws SQLException {
    assertThat(currentRole()).isNull();
    execute("SET ROLE reader");
    assertThat(currentRole()).isEqualTo("reader");
    execute("SET /* x */ ROLE 'writer' # y");
    assertThat(currentRole()).isEqualTo("writer");
    execute("SET ROLE NONE");
    assertThat(currentRole()).isNull();
  }

  @Test
  void keepsWhatAFailedStatementDidNotChange() throws SQLException {
    execute("SET ROLE reader");
    assertThatThrownBy(() -> execute("SET ROLE nobody")).isInstanceOf(SQLException.class);
    assertThat(currentRole()).isEqualTo("reader");
  }

  @Test
  void keepsARoleThroughARollback() throws SQLException {
    connection.setAutoCommit(false);
    execute("SET ROLE reader");
    connection.rollback();
    assertThat(currentRole()).isEqualTo("reader");
  }

  @Test
  void followsPreparedStatements() throws SQLException {
    try (PreparedStatement on = connection.prepareStatement("SET ROLE reader");
        PreparedStatement off = connection.prepareStatement("SET ROLE NONE")) {
      for (int i = 0; i < 3; i++) {
        on.execute();
        assertThat(currentRole()).isEqualTo("reader");
        off.execute();
        assertThat(currentRole()).isNull();
      }
    }
  }

  @Test
  void doesNotNameTheLoginWhereTheDriverMissedAResult() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SET ROLE reader");
    } catch (SQLException sinceConnector4) {
      assertThat(sinceConnector4.getMessage()).contains("result-set");
    }
    assertThat(ask("SELECT current_role()")).isEqualTo("reader");
    assertThat(Authority.name(last())).isIn("reader", "unknown");
  }

  @Test
  void doesNotNameTheLoginWhereATextFailedAfterItsRole() throws SQLException {
    connection.close();
    connection =
        DriverManager.getConnection(server.url() + "&allowMultiQueries=true", "app_rw", "pw");
    assertThatThrownBy(() -> execute("SET ROLE reader; SELECT nothing")).isNotNull();
    ask("SELECT current_role()");
    assertThat(Authority.id(last())).isEqualTo("unknown");
    execute("SET ROLE writer");
    assertThat(currentRole()).isEqualTo("writer");
  }

  @Test
  void keepsARoleThroughTheDriversResetAsTheServerDoes() throws Exception {
    for (boolean whole : new boolean[] {false, true}) {
      connection.close();
      connection =
          DriverManager.getConnection(
              server.url() + "&useResetConnection=" + whole, "app_rw", "pw");
      execute("SET ROLE reader");
      reset();
      assertThat(currentRole()).isEqualTo("reader");
    }
  }

  /** The method is the driver's own, of a class whose name has changed. */
  private void reset()
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    connection.getClass().getMethod("reset").invoke(connection);
  }

  private String currentRole() throws SQLException {
    String role = ask("SELECT current_role()");
    assertThat(Authority.name(last())).isEqualTo(role == null ? "app_rw" : role);
    return role;
  }

  private String ask(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static OutboundCall last() {
    return agent.calls().get(agent.calls().size() - 1).call();
  }
}
