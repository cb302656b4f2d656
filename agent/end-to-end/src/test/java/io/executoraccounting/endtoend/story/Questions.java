/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** DuckDB over files of records, and the questions as {@code docs/questions.md} has them. */
final class Questions implements AutoCloseable {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("project.folder"), "docs", "questions.md");

  private final Connection database;
  private final String document;

  private Questions(Connection database, String document) {
    this.database = database;
    this.document = document;
  }

  /**
   * @param files with a * for the files' names
   */
  static Questions of(Path files) throws SQLException, IOException {
    Questions questions =
        new Questions(DriverManager.getConnection("jdbc:duckdb:"), Files.readString(DOCUMENT));
    questions.set("files", "'" + files.toString().replace('\\', '/') + "'");
    try (Statement statement = questions.database.createStatement()) {
      for (String view : questions.sql("view").split(";\n")) {
        statement.execute(view);
      }
    }
    return questions;
  }

  /**
   * @param value as SQL writes it
   */
  Questions set(String variable, String value) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("SET VARIABLE " + variable + " = " + value);
    }
    return this;
  }

  /** The answer to a question of the document: those columns of each row, in its order. */
  List<String> ask(String question, String columns) throws SQLException {
    return query("SELECT " + columns + " FROM (" + sql(question).replace(";", "") + ")");
  }

  List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        StringJoiner row = new StringJoiner(" | ");
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(result.getObject(column)));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  /** The block of code below the mark with that name. */
  String sql(String name) {
    String mark = "<!-- " + name + " -->\n```sql\n";
    int start = document.indexOf(mark);
    if (start < 0) {
      throw new AssertionError(DOCUMENT + " has no block named " + name);
    }
    start += mark.length();
    return document.substring(start, document.indexOf("```", start));
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
