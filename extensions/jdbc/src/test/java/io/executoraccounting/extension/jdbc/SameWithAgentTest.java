/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.WovenAgent;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SQL that the database sees, results and exceptions, with the agent and without it. */
class SameWithAgentTest {
  private static final List<String> WITHOUT = script("jdbc:h2:mem:without");

  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  @Test
  void changesNothing() {
    assertThat(script("jdbc:h2:mem:with")).isEqualTo(WITHOUT).hasSizeGreaterThan(12);
    assertThat(agent.calls()).isNotEmpty();
  }

  private static List<String> script(String url) {
    List<String> seen = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, "app", "x");
        Statement statement = connection.createStatement()) {
      statement.execute("SET QUERY_STATISTICS TRUE");
      statement.execute("CREATE TABLE t (a INT PRIMARY KEY, b VARCHAR(9))");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
        insert.setInt(1, 1);
        insert.setString(2, "it's");
        seen.add("inserted " + insert.executeUpdate());
        seen.add(failure(insert::executeUpdate));
        insert.setInt(1, 2);
        insert.addBatch();
        insert.setInt(1, 1);
        insert.addBatch();
        seen.add(failure(insert::executeBatch));
      }
      seen.add("updated " + statement.executeLargeUpdate("UPDATE t SET b = 'x' WHERE a > 0"));
      seen.add("result set " + statement.execute("SELECT b, a FROM t /* why not */ ORDER BY a"));
      seen.addAll(rows(statement.getResultSet()));
      seen.add(failure(() -> statement.execute("SELEKT 1")));
      seen.add(failure(() -> statement.executeQuery("SELECT * FROM t WHERE b = ?")));
      seen.add(failure(() -> statement.executeQuery(null)));
      seen.addAll(
          rows(
              statement.executeQuery(
                  "SELECT SQL_STATEMENT, EXECUTION_COUNT FROM INFORMATION_SCHEMA.QUERY_STATISTICS"
                      + " ORDER BY SQL_STATEMENT")));
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
    seen.add(failure(() -> DriverManager.getConnection(url + ";IFEXISTS=TRUE", "app", "y")));
    return seen.stream().map(line -> line.replaceAll("mem:with(out)?", "mem:db")).toList();
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    List<String> rows = new ArrayList<>();
    while (result.next()) {
      rows.add(result.getString(1) + " | " + result.getString(2));
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
    } catch (SQLException thrown) {
      return thrown.getClass() + thrown.getMessage() + thrown.getSQLState() + thrown.getErrorCode();
    }
  }
}
