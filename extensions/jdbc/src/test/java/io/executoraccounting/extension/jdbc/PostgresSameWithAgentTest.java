/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.WovenAgent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every byte that the driver and the server exchange is the same with the agent and without it, in
 * the same turns: SQL text, binds, results, errors and the number of round trips.
 */
class PostgresSameWithAgentTest {
  private static final EmbeddedPostgres SERVER = start();

  // Static, so that it runs before the extension below weaves the driver.
  private static final Seen WITHOUT = run();

  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  @AfterAll
  static void stop() throws IOException {
    SERVER.close();
  }

  @Test
  void changesNothing() {
    Seen with = run();

    assertThat(with.turns()).isEqualTo(WITHOUT.turns()).hasSizeGreaterThan(40);
    assertThat(with.outcomes()).isEqualTo(WITHOUT.outcomes()).hasSizeGreaterThan(15);
    assertThat(agent.calls()).hasSizeGreaterThan(15);
  }

  private record Seen(List<String> turns, List<String> outcomes) {}

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      try (Connection admin = open(server.getPort());
          Statement statement = admin.createStatement()) {
        // Once for both runs: the server tells tables' numbers with its results.
        statement.execute("CREATE TABLE t (a int PRIMARY KEY, b text)");
        statement.execute(
            "CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS 'SELECT 2 * n'");
      }
      return server;
    } catch (IOException | SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static Seen run() {
    List<String> outcomes = new ArrayList<>();
    try (Wiretap wiretap = new Wiretap(SERVER.getPort())) {
      try (Connection connection = open(wiretap.port())) {
        statements(connection, outcomes);
        prepared(connection, outcomes);
        callable(connection, outcomes);
        batches(connection, outcomes);
        inParts(connection, outcomes);
      }
      return new Seen(wiretap.turns(), outcomes);
    } catch (SQLException | IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private static Connection open(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable&gssEncMode=disable",
        "postgres",
        "");
  }

  private static void statements(Connection connection, List<String> outcomes) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE t");
      outcomes.add("inserted " + statement.executeUpdate("INSERT INTO t VALUES (1, 'it''s')"));
      outcomes.add("updated " + statement.executeLargeUpdate("UPDATE t SET b = 'x' /* why */"));
      outcomes.add("several " + statement.execute("SELECT 1; UPDATE t SET b = 'y'; SELECT 2"));
      outcomes.addAll(rows(statement.getResultSet()));
      outcomes.add(statement.getMoreResults() + " " + statement.getUpdateCount());
      outcomes.add(failure(() -> statement.execute("SELEKT 1")));
      outcomes.add(failure(() -> statement.executeQuery("UPDATE t SET b = 'z'")));
      outcomes.add(failure(() -> statement.executeUpdate("INSERT INTO t VALUES (1, 'twice')")));
      outcomes.add(failure(() -> statement.executeQuery(null)));
    }
  }

  private static void prepared(Connection connection, List<String> outcomes) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT b FROM t WHERE a = ?")) {
      outcomes.add(failure(query::executeQuery));
      // The driver has the server prepare a statement at its fifth execution.
      for (int i = 0; i < 7; i++) {
        query.setInt(1, i);
        outcomes.addAll(rows(query.executeQuery()));
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO t VALUES (?, ?)", Statement.RETURN_GENERATED_KEYS)) {
      insert.setInt(1, 2);
      insert.setString(2, "zwei");
      outcomes.add("inserted " + insert.executeUpdate());
      outcomes.addAll(rows(insert.getGeneratedKeys()));
      outcomes.add(failure(insert::execute));
    }
  }

  private static void callable(Connection connection, List<String> outcomes) throws SQLException {
    try (CallableStatement call = connection.prepareCall("{? = call twice(?)}")) {
      call.registerOutParameter(1, Types.INTEGER);
      call.setInt(2, 21);
      outcomes.add("called " + call.execute() + " " + call.getInt(1));
    }
    try (CallableStatement call = connection.prepareCall("{call thrice(?)}")) {
      call.setInt(1, 21);
      outcomes.add(failure(call::execute));
    }
  }

  private static void batches(Connection connection, List<String> outcomes) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
      for (int id : new int[] {3, 4, 5}) {
        insert.setInt(1, id);
        insert.setString(2, "b");
        insert.addBatch();
      }
      outcomes.add(Arrays.toString(insert.executeBatch()));
      outcomes.add(Arrays.toString(insert.executeBatch()));
      insert.setInt(1, 3);
      insert.addBatch();
      outcomes.add(failure(insert::executeBatch));
    }
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("INSERT INTO t VALUES (6, 'six')");
      statement.addBatch("DELETE FROM t WHERE a > 4");
      outcomes.add(Arrays.toString(statement.executeLargeBatch()));
    }
  }

  private static void inParts(Connection connection, List<String> outcomes) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement query = connection.prepareStatement("SELECT a FROM t ORDER BY a")) {
      query.setFetchSize(2);
      outcomes.addAll(rows(query.executeQuery()));
    }
    connection.rollback();
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    List<String> rows = new ArrayList<>();
    while (result.next()) {
      rows.add("row " + result.getString(1));
    }
    return rows;
  }

  private interface Failing {
    Object run() throws SQLException;
  }

  private static String failure(Failing failing) {
    try {
      return "no exception, but " + failing.run();
    } catch (BatchUpdateException thrown) {
      return thrown + " " + Arrays.toString(thrown.getUpdateCounts()) + thrown.getNextException();
    } catch (SQLException | RuntimeException thrown) {
      return thrown + (thrown instanceof SQLException ? ((SQLException) thrown).getSQLState() : "");
    }
  }
}
