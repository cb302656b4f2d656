/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Access;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.testing.WovenAgent;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.PooledConnection;
import org.apache.commons.dbcp2.DelegatingConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every weave point, with H2 in this JVM. */
public class JdbcCallsTest {
  private static final String URL = "jdbc:h2:mem:calls";

  /** Opened, and one statement prepared, before there was an agent. */
  private static final Connection EARLY = open("early");

  private static final PreparedStatement EARLY_PREPARED = prepare(EARLY, "SELECT 1");

  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  private Connection connection;

  @BeforeEach
  void createTable() throws SQLException {
    connection = open("app_rw");
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS orders");
      statement.execute("CREATE TABLE orders (id INT PRIMARY KEY, note VARCHAR(40))");
    }
    agent.calls().clear();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void tellsLoginAndReachOfStatement() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO orders VALUES (1, 'a')");
    }
    OutboundCall call = agent.onlyCall().call();
    assertThat(call.system()).isEqualTo("h2database");
    assertThat(call.summary()).isEqualTo("INSERT orders");
    assertThat(call.operation()).isEqualTo("INSERT");
    assertThat(call.resource()).isEqualTo("orders");
    assertThat(call.access()).isEqualTo(Access.WRITE);
    assertThat(call.source()).isEqualTo(AuthoritySource.CONNECTION);
    CredentialUse credential = call.credential();
    assertThat(credential.principal()).isEqualTo("h2database:app_rw@calls");
    assertThat(credential.principalType()).isEqualTo(IdentityType.DB_ROLE);
    assertThat(credential.kind()).isEqualTo(CredentialKind.DB_PASSWORD);
    assertThat(credential.fingerprint()).isNull();
    assertThat(call.conventions())
        .containsOnly(
            entry("db.system.name", "h2database"),
            entry("db.namespace", "calls"),
            entry("db.operation.name", "INSERT"),
            entry("db.collection.name", "orders"),
            entry("db.query.summary", "INSERT orders"));
  }

  @Test
  void countsEachExecutionOfAPreparedStatement() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO orders VALUES (?, ?)")) {
      for (int id = 0; id < 3; id++) {
        insert.setInt(1, id);
        insert.setString(2, "x");
        insert.executeUpdate();
      }
    }
    assertThat(agent.calls())
        .extracting(captured -> captured.call().summary())
        .containsExactly("INSERT orders", "INSERT orders", "INSERT orders");
  }

  @Test
  void countsQueriesOfAllKinds() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT * FROM orders");
        Statement statement = connection.createStatement()) {
      query.executeQuery();
      query.execute();
      statement.executeQuery("SELECT * FROM orders");
      statement.execute("SELECT * FROM orders");
      statement.executeUpdate("DELETE FROM orders", Statement.RETURN_GENERATED_KEYS);
      statement.executeLargeUpdate("DELETE FROM orders");
    }
    assertThat(agent.calls())
        .extracting(captured -> captured.call().operation())
        .containsExactly("SELECT", "SELECT", "SELECT", "SELECT", "DELETE", "DELETE");
  }

  @Test
  void tellsProcedureOfACall() throws SQLException {
    try (CallableStatement call = connection.prepareCall("{call ABS(?)}")) {
      call.setInt(1, -1);
      call.execute();
    }
    assertThat(agent.onlyCall().call().summary()).isEqualTo("CALL ABS");
    assertThat(agent.onlyCall().call().conventions())
        .contains(entry("db.stored_procedure.name", "ABS"));
  }

  @Test
  void tellsABatchAsOneCall() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO orders VALUES (?, ?)")) {
      for (int id = 0; id < 3; id++) {
        insert.setInt(1, id);
        insert.setString(2, "x");
        insert.addBatch();
      }
      insert.executeBatch();
    }
    OutboundCall call = agent.onlyCall().call();
    assertThat(call.summary()).isEqualTo("BATCH INSERT orders");
    assertThat(call.conventions())
        .contains(entry("db.operation.batch.size", 3L), entry("db.collection.name", "orders"));
  }

  @Test
  void tellsTheStrongestAccessOfAMixedBatch() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("DELETE FROM orders");
      statement.addBatch("INSERT INTO orders VALUES (1, 'a')");
      statement.executeBatch();
    }
    OutboundCall call = agent.onlyCall().call();
    assertThat(call.summary()).isEqualTo("BATCH");
    assertThat(call.access()).isEqualTo(Access.DELETE);
    assertThat(call.resource()).isNull();
  }

  @Test
  void tellsABatchOfOneAsTheStatementItIs() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("SELECT 1");
      statement.clearBatch();
      statement.addBatch("DELETE FROM orders");
      statement.executeBatch();
    }
    OutboundCall call = agent.onlyCall().call();
    assertThat(call.summary()).isEqualTo("DELETE orders");
    assertThat(call.conventions()).doesNotContainKey("db.operation.batch.size");
  }

  @Test
  void startsANewBatchAfterAFailedOne() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("DELETE FROM nowhere");
      assertThatThrownBy(statement::executeBatch).isInstanceOf(SQLException.class);
      agent.calls().clear();
      statement.clearBatch();
      statement.addBatch("DELETE FROM orders");
      statement.executeBatch();
    }
    assertThat(agent.onlyCall().call().summary()).isEqualTo("DELETE orders");
  }

  @Test
  void passesTheDriversExceptionOnAndTellsItsState() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM nowhere"))
          .isInstanceOfSatisfying(
              SQLException.class, thrown -> assertThat(thrown.getSQLState()).startsWith("42S0"));
    }
    assertThat(agent.onlyCall().outcome().errorType()).startsWith("42S0");
  }

  @Test
  void countsADriversOwnStatementsOnce() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE ALIAS count_orders FOR \"" + JdbcCallsTest.class.getName() + ".countOrders\"");
      agent.calls().clear();
      statement.executeQuery("SELECT count_orders()");
    }
    assertThat(agent.onlyCall().call().summary()).isEqualTo("SELECT");
  }

  /** Runs within H2, on the caller's thread. */
  public static int countOrders(Connection inner) throws SQLException {
    try (Statement statement = inner.createStatement()) {
      statement.executeQuery("SELECT * FROM orders");
      return 1;
    }
  }

  @Test
  void recordsConnectionsOpenedBeforeTheAgentWithUnknownLogin() throws SQLException {
    try (Statement statement = EARLY.createStatement()) {
      statement.execute("SELECT * FROM INFORMATION_SCHEMA.TABLES");
    }
    OutboundCall call = agent.onlyCall().call();
    assertThat(call.system()).isEqualTo("h2database");
    assertThat(call.resource()).isEqualTo("INFORMATION_SCHEMA.TABLES");
    assertThat(call.credential().principal()).isNull();
    assertThat(call.credential().gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void recordsStatementsPreparedBeforeTheAgentWithUnknownReach() throws SQLException {
    EARLY_PREPARED.execute();
    OutboundCall call = agent.onlyCall().call();
    assertThat(call.summary()).isEqualTo("h2database");
    assertThat(call.access()).isEqualTo(Access.UNKNOWN);
  }

  @Test
  void saysWhatATruncatedReadingLeavesOpen() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT * FROM orders WHERE id IN (" + "1, ".repeat(5_000) + "1)");
    }
    OutboundCall call = agent.onlyCall().call();
    assertThat(call.gaps()).containsExactly(Gap.REACH_INCOMPLETE);
    assertThat(call.access()).isEqualTo(Access.UNKNOWN);
    assertThat(call.resource()).isEqualTo("orders");
  }

  @Test
  void readsTheLoginOfADriversOwnDataSource() throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(URL);
    source.setUser("sourced");
    source.setPassword("x");
    try (Connection admin = connection;
        Statement statement = admin.createStatement()) {
      statement.execute("CREATE USER sourced PASSWORD 'x'");
      statement.execute("CREATE USER given PASSWORD 'y'");
      agent.calls().clear();
      try (Connection own = source.getConnection()) {
        own.createStatement().execute("SELECT 1");
      }
      try (Connection given = source.getConnection("given", "y")) {
        given.createStatement().execute("SELECT 1");
      }
      useLent(source.getXAConnection("given", "y"));
      useLent(source.getPooledConnection());
    }
    assertThat(agent.calls())
        .extracting(captured -> captured.call().credential().principal())
        .containsExactly(
            "h2database:sourced@calls",
            "h2database:given@calls",
            "h2database:given@calls",
            "h2database:sourced@calls");
  }

  private static void useLent(PooledConnection pooled) throws SQLException {
    try (Connection lent = pooled.getConnection()) {
      lent.createStatement().execute("SELECT 1");
    } finally {
      pooled.close();
    }
  }

  @Test
  void passesThroughWrappersThatAreNotKnown() throws SQLException {
    Connection wrapped = new DelegatingConnection<>(connection);
    for (int i = 0; i < 3; i++) {
      try (Statement statement = wrapped.createStatement()) {
        statement.executeQuery("SELECT * FROM orders");
      }
    }
    assertThat(agent.calls())
        .extracting(captured -> captured.call().credential().principal())
        .containsExactly(
            "h2database:app_rw@calls", "h2database:app_rw@calls", "h2database:app_rw@calls");
  }

  @Test
  void ourOwnFailureIsInvisible() throws SQLException {
    AccountingService working = Accounting.service();
    Accounting.serve(broken());
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("INSERT INTO orders VALUES (9, 'a')")).isEqualTo(1);
    } finally {
      Accounting.serve(working);
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM orders");
    }
    assertThat(agent.onlyCall().call().summary()).isEqualTo("DELETE orders");
  }

  @Test
  void runsOnWithoutAnAgentThatServes() throws SQLException {
    AccountingService working = Accounting.service();
    Accounting.serve(null);
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("INSERT INTO orders VALUES (9, 'a')")).isEqualTo(1);
    } finally {
      Accounting.serve(working);
    }
    assertThat(agent.calls()).isEmpty();
  }

  private static AccountingService broken() {
    return (AccountingService)
        Proxy.newProxyInstance(
            AccountingService.class.getClassLoader(),
            new Class<?>[] {AccountingService.class},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("broken on purpose");
            });
  }

  private static Connection open(String user) {
    try {
      return DriverManager.getConnection(
          user.equals("early") ? "jdbc:h2:mem:early" : URL, user, "secret");
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static PreparedStatement prepare(Connection on, String sql) {
    try {
      return on.prepareStatement(sql);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
