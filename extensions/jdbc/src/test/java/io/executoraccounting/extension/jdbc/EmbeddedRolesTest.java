/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.Via;
import io.executoraccounting.testing.WovenAgent;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Roles of HSQLDB and Derby, each asked of the database next to the record. */
class EmbeddedRolesTest {
  private static final String HSQLDB = "jdbc:hsqldb:mem:roles";
  private static final String DERBY = "jdbc:derby:memory:roles";

  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  @BeforeAll
  static void createRoles() throws SQLException {
    System.setProperty("derby.stream.error.file", "target/derby.log");
    try (Connection admin = DriverManager.getConnection(HSQLDB, "SA", "")) {
      for (String sql :
          new String[] {
            "CREATE USER app PASSWORD 'pw' ADMIN",
            "CREATE USER other PASSWORD 'pw'",
            "CREATE ROLE reader",
            "CREATE ROLE writer",
            "GRANT reader, writer TO app",
            "GRANT reader TO other"
          }) {
        execute(admin, sql);
      }
    }
    try (Connection owner = DriverManager.getConnection(DERBY + ";create=true", "owner", "pw")) {
      execute(
          owner,
          "CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.database.sqlAuthorization', 'true')");
    }
    assertThatThrownBy(() -> DriverManager.getConnection(DERBY + ";shutdown=true"))
        .isInstanceOf(SQLException.class);
    try (Connection owner = DriverManager.getConnection(DERBY, "owner", "pw")) {
      for (String sql :
          new String[] {
            "CREATE ROLE reader", "CREATE ROLE writer", "GRANT reader, writer TO app"
          }) {
        execute(owner, sql);
      }
    }
  }

  @Test
  void followsRolesOfHsqldb() throws SQLException {
    try (Connection connection = DriverManager.getConnection(HSQLDB, "APP", "pw")) {
      execute(connection, "SET ROLE 'READER'");
      assertThat(hsqldbRole(connection)).isEqualTo("READER");
      execute(connection, "SET ROLE 'WRITER'");
      assertThat(hsqldbRole(connection)).isEqualTo("WRITER");
      assertThatThrownBy(() -> execute(connection, "SET ROLE 'NOBODY'"))
          .isInstanceOf(SQLException.class);
      assertThat(hsqldbRole(connection)).isEqualTo("WRITER");
      execute(connection, "SET ROLE NONE");
      assertThat(hsqldbRole(connection)).isNull();
      assertThat(name()).isEqualTo("APP");
    }
  }

  @Test
  void followsTheSessionUserOfHsqldb() throws SQLException {
    try (Connection connection = DriverManager.getConnection(HSQLDB, "APP", "pw")) {
      execute(connection, "SET ROLE 'WRITER'");
      execute(connection, "SET SESSION AUTHORIZATION 'OTHER'");
      assertThat(ask(connection, "VALUES CURRENT_USER")).isEqualTo("OTHER").isEqualTo(name());
      assertThat(last().assumed())
          .extracting(AssumedIdentity::via)
          .containsExactly(Via.IMPERSONATION);
      execute(connection, "SET ROLE 'READER'");
      assertThat(hsqldbRole(connection)).isEqualTo("READER");
    }
  }

  @Test
  void keepsARoleOfHsqldbThroughARollback() throws SQLException {
    try (Connection connection = DriverManager.getConnection(HSQLDB, "APP", "pw")) {
      connection.setAutoCommit(false);
      execute(connection, "SET ROLE 'READER'");
      connection.rollback();
      assertThat(hsqldbRole(connection)).isEqualTo("READER");
    }
  }

  @Test
  void followsARoleThatIsPutOnWhileAccountingIsOff() throws SQLException {
    AccountingService working = Accounting.service();
    try (Connection connection = DriverManager.getConnection(HSQLDB, "APP", "pw")) {
      Accounting.serve(accountingForNothing(working));
      try {
        execute(connection, "SET ROLE 'READER'");
      } finally {
        Accounting.serve(working);
      }
      assertThat(hsqldbRole(connection)).isEqualTo("READER");
    }
  }

  private static AccountingService accountingForNothing(AccountingService working) {
    return (AccountingService)
        Proxy.newProxyInstance(
            EmbeddedRolesTest.class.getClassLoader(),
            new Class<?>[] {AccountingService.class},
            (proxy, method, arguments) ->
                method.getName().equals("credentials") ? working.credentials() : null);
  }

  @Test
  void followsRolesOfDerby() throws SQLException {
    try (Connection connection = DriverManager.getConnection(DERBY, "app", "pw")) {
      execute(connection, "SET ROLE reader");
      assertThat(derbyRole(connection)).isEqualTo("READER");
      execute(connection, "set role WRITER");
      assertThat(derbyRole(connection)).isEqualTo("WRITER");
      execute(connection, "SET ROLE 'reader'");
      assertThat(derbyRole(connection)).isEqualTo("READER");
      assertThatThrownBy(() -> execute(connection, "SET ROLE nobody"))
          .isInstanceOf(SQLException.class);
      assertThat(derbyRole(connection)).isEqualTo("READER");
      execute(connection, "SET ROLE NONE");
      assertThat(derbyRole(connection)).isNull();
      assertThat(name()).isEqualTo("app");
    }
  }

  @Test
  void saysThatADerbyRoleOfABindIsUnknown() throws SQLException {
    try (Connection connection = DriverManager.getConnection(DERBY, "app", "pw");
        PreparedStatement set = connection.prepareStatement("SET ROLE ?")) {
      set.setString(1, "reader");
      set.execute();
      ask(connection, "VALUES CURRENT_ROLE");
      assertThat(Authority.id(last())).isEqualTo("unknown");
      execute(connection, "SET ROLE writer");
      assertThat(derbyRole(connection)).isEqualTo("WRITER");
    }
  }

  @Test
  void keepsARoleOfDerbyThroughARollback() throws SQLException {
    try (Connection connection = DriverManager.getConnection(DERBY, "app", "pw")) {
      connection.setAutoCommit(false);
      execute(connection, "SET ROLE reader");
      connection.rollback();
      assertThat(derbyRole(connection)).isEqualTo("READER");
      connection.rollback();
    }
  }

  @Test
  void believesTheDatabaseAndNotTheCallThatWasTheWrongOne() throws SQLException {
    for (String url : new String[] {HSQLDB, DERBY}) {
      try (Connection connection = DriverManager.getConnection(url, "APP", "pw");
          Statement statement = connection.createStatement()) {
        try {
          statement.executeQuery("SET ROLE reader").close();
        } catch (SQLException noResult) {
          assertThat(noResult.getSQLState()).isNotNull();
        }
        String role = url.equals(DERBY) ? rawDerbyRole(connection) : rawHsqldbRole(connection);
        assertThat(name()).isIn(role == null ? "APP" : role, "unknown");
      }
    }
  }

  private static String hsqldbRole(Connection connection) throws SQLException {
    String role = rawHsqldbRole(connection);
    assertThat(name()).isEqualTo(role == null ? "APP" : role);
    return role;
  }

  private static String rawHsqldbRole(Connection connection) throws SQLException {
    return ask(connection, "VALUES CURRENT_ROLE");
  }

  private static String derbyRole(Connection connection) throws SQLException {
    String role = rawDerbyRole(connection);
    assertThat(name()).isEqualTo(role == null ? "app" : role);
    return role;
  }

  /** Derby quotes it. */
  private static String rawDerbyRole(Connection connection) throws SQLException {
    String role = ask(connection, "VALUES CURRENT_ROLE");
    return role == null ? null : role.replace("\"", "");
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String name() {
    return Authority.name(last());
  }

  private static OutboundCall last() {
    return agent.calls().get(agent.calls().size() - 1).call();
  }
}
