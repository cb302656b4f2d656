/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.hikaricp;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.executoraccounting.extension.jdbc.JdbcExtension;
import io.executoraccounting.testing.WovenAgent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is done to a session, in whatever order, its records say what the server says. */
class HikariRoleProperties {
  private static final WovenAgent AGENT =
      WovenAgent.with(new JdbcExtension(), new HikariExtension());

  private static final List<String> STATEMENTS =
      List.of(
          "SET ROLE reader",
          "SET ROLE writer",
          "SET ROLE NONE",
          "RESET ROLE",
          "SET LOCAL ROLE writer",
          "SET LOCAL ROLE auditor",
          "SET LOCAL role TO DEFAULT",
          "SET SESSION AUTHORIZATION other",
          "SET SESSION AUTHORIZATION DEFAULT",
          "RESET SESSION AUTHORIZATION",
          "SET LOCAL SESSION AUTHORIZATION other",
          "SELECT set_config('role', 'reader', true)",
          "SELECT set_config('role', 'writer', false)",
          "SELECT set_config('role', 'none', false)",
          "SET ROLE nobody",
          "SELECT 1 / 0",
          "SELECT 1",
          "DISCARD ALL",
          "RESET ALL",
          "BEGIN",
          "START TRANSACTION",
          "COMMIT",
          "END",
          "COMMIT AND CHAIN",
          "ROLLBACK",
          "ROLLBACK AND CHAIN",
          "SAVEPOINT one",
          "SAVEPOINT two",
          "ROLLBACK TO one",
          "ROLLBACK TO SAVEPOINT two",
          "RELEASE one",
          "RELEASE SAVEPOINT two",
          "SET ROLE reader; SET LOCAL ROLE writer",
          "SET LOCAL ROLE writer; SELECT 1",
          "BEGIN; SET LOCAL ROLE writer",
          "SET ROLE auditor; SELECT 1 / 0");

  private static final List<String> CALLS =
      List.of(
          "autocommit on",
          "autocommit off",
          "commit",
          "rollback",
          "set savepoint",
          "set unnamed savepoint",
          "rollback to savepoint",
          "release savepoint",
          "query that returns nothing",
          "batch",
          "return and borrow");

  private static RolesServer server;

  @BeforeContainer
  static void start() throws IOException, SQLException {
    server = RolesServer.running();
    AGENT.beforeAll(null);
  }

  @AfterContainer
  static void stop() {
    AGENT.afterAll(null);
  }

  @Property(seed = "20261124", tries = 60)
  void recordsNameWhomTheServerNames(
      @ForAll("steps") List<String> steps, @ForAll boolean autoCommit) throws SQLException {
    HikariConfig config = server.config();
    config.setAutoCommit(autoCommit);
    AGENT.calls().clear();
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Connection connection = pool.getConnection();
      List<Savepoint> savepoints = new ArrayList<>();
      for (String step : steps) {
        if (step.equals("return and borrow")) {
          connection.close();
          connection = pool.getConnection();
        } else {
          tried(connection, step, savepoints);
        }
        compare(connection);
      }
      connection.close();
    }
  }

  /** In a transaction that failed nothing can be asked, and nothing is done. */
  private static void compare(Connection connection) {
    String said;
    try {
      said = RolesServer.currentUser(connection);
    } catch (SQLException failed) {
      assertThat(failed.getSQLState()).isEqualTo("25P02");
      return;
    }
    int last = AGENT.calls().size() - 1;
    assertThat(RolesServer.authority(AGENT.calls().get(last).call())).isEqualTo(said);
  }

  private static void tried(Connection connection, String step, List<Savepoint> savepoints) {
    try {
      perform(connection, step, savepoints);
    } catch (SQLException refused) {
      assertThat(refused.getSQLState()).isNotNull();
    }
  }

  private static void perform(Connection connection, String step, List<Savepoint> savepoints)
      throws SQLException {
    switch (step) {
      case "autocommit on" -> connection.setAutoCommit(true);
      case "autocommit off" -> connection.setAutoCommit(false);
      case "commit" -> connection.commit();
      case "rollback" -> connection.rollback();
      case "set savepoint" -> savepoints.add(connection.setSavepoint("One"));
      case "set unnamed savepoint" -> savepoints.add(connection.setSavepoint());
      case "rollback to savepoint" -> {
        if (!savepoints.isEmpty()) {
          connection.rollback(savepoints.get(savepoints.size() - 1));
        }
      }
      case "release savepoint" -> {
        if (!savepoints.isEmpty()) {
          connection.releaseSavepoint(savepoints.remove(savepoints.size() - 1));
        }
      }
      case "query that returns nothing" -> {
        try (Statement statement = connection.createStatement()) {
          statement.executeQuery("SET ROLE auditor");
        }
      }
      case "batch" -> {
        try (Statement statement = connection.createStatement()) {
          statement.addBatch("SET ROLE writer");
          statement.addBatch("SET LOCAL ROLE reader");
          statement.executeBatch();
        }
      }
      default -> RolesServer.execute(connection, step);
    }
  }

  @Provide
  Arbitrary<List<String>> steps() {
    return Arbitraries.oneOf(Arbitraries.of(STATEMENTS), Arbitraries.of(CALLS))
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }
}
