/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.WovenAgent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drivers divide the work among their classes in their own ways; each call is counted once. */
class EmbeddedDriversTest {
  private static final String SQLITE = "jdbc:sqlite::memory:";
  private static final String DERBY = "jdbc:derby:memory:shop;create=true;user=app_rw;password=pw";
  private static final String HSQLDB = "jdbc:hsqldb:mem:shop;user=SA;password=";

  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  @BeforeAll
  static void keepDerbysLogOutOfTheSources() {
    System.setProperty("derby.stream.error.file", "target/derby.log");
  }

  @ParameterizedTest
  @ValueSource(strings = {SQLITE, DERBY, HSQLDB})
  void countsEachStatementOnce(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      // SQLite's driver sets its session up with statements of its own.
      agent.calls().clear();
      statement.execute("CREATE TABLE orders (id INT PRIMARY KEY)");
      statement.executeUpdate("INSERT INTO orders VALUES (1)");
      read(statement.executeQuery("SELECT * FROM orders"));
      statement.addBatch("DELETE FROM orders WHERE id = 1");
      statement.addBatch("DELETE FROM orders WHERE id = 2");
      statement.executeBatch();
      statement.execute("DROP TABLE orders");
    }
    assertThat(summaries())
        .containsExactly(
            "CREATE TABLE orders",
            "INSERT orders",
            "SELECT orders",
            "BATCH DELETE orders",
            "DROP TABLE orders");
  }

  @ParameterizedTest
  @ValueSource(strings = {SQLITE, DERBY, HSQLDB})
  void countsEachPreparedStatementOnce(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.createStatement().execute("CREATE TABLE items (id INT PRIMARY KEY)");
      agent.calls().clear();
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO items VALUES (?)")) {
        insert.setInt(1, 1);
        insert.executeUpdate();
        insert.setInt(1, 2);
        insert.execute();
        for (int id : new int[] {3, 4}) {
          insert.setInt(1, id);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      try (PreparedStatement query = connection.prepareStatement("SELECT * FROM items")) {
        read(query.executeQuery());
      }
      connection.createStatement().execute("DROP TABLE items");
    }
    assertThat(summaries())
        .containsExactly(
            "INSERT items",
            "INSERT items",
            "BATCH INSERT items",
            "SELECT items",
            "DROP TABLE items");
  }

  @Test
  void namesTheDatabaseOfADataSourceAsThatOfAUrl() throws SQLException {
    EmbeddedDataSource source = new EmbeddedDataSource();
    source.setDatabaseName("memory:sourced");
    source.setCreateDatabase("create");
    source.setUser("app_rw");
    source.setPassword("pw");
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute("VALUES 1");
    }
    assertThat(agent.onlyCall().call().credential().principal()).isEqualTo("derby:app_rw@sourced");
  }

  @Test
  void namesNoDatabaseThatAttributesFollow() {
    assertThat(DatabaseAddress.namespace("shop;password=not/canary")).isNull();
  }

  private static List<String> summaries() {
    return agent.calls().stream().map(captured -> captured.call().summary()).toList();
  }

  private static void read(ResultSet result) throws SQLException {
    while (result.next()) {
      result.getInt(1);
    }
  }
}
