/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import io.executoraccounting.examples.quickstart.LocalDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL with payments, and with roles that the login {@code app_rw} can put on. */
final class StoryDatabase {
  private StoryDatabase() {}

  static LocalDatabase start(Path log) throws IOException, SQLException {
    LocalDatabase database = LocalDatabase.start(Secret.DB_PASSWORD.text(), log);
    try (Connection owner = DriverManager.getConnection(database.url() + "?user=postgres");
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE payments (id bigint PRIMARY KEY, note text)");
      statement.execute("INSERT INTO payments SELECT n, 'paid' FROM generate_series(1, 100) n");
      statement.execute("CREATE TABLE customers (snapshot text)");
      statement.execute("CREATE ROLE payments_writer");
      statement.execute("GRANT SELECT, UPDATE ON payments TO payments_writer");
      statement.execute("CREATE ROLE payments_auditor");
      statement.execute("GRANT SELECT ON payments TO payments_auditor");
      statement.execute("GRANT SELECT ON payments TO app_rw");
      statement.execute("GRANT payments_writer, payments_auditor TO app_rw");
      statement.execute("CREATE ROLE sync_rw LOGIN PASSWORD '" + Secret.DB_PASSWORD.text() + "'");
      statement.execute("GRANT INSERT ON customers TO sync_rw");
    }
    return database;
  }
}
