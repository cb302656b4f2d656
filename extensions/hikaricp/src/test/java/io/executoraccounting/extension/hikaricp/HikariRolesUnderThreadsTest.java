/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.hikaricp;

import static io.executoraccounting.extension.hikaricp.RolesServer.execute;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.executoraccounting.extension.jdbc.JdbcExtension;
import io.executoraccounting.testing.WovenAgent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 64 threads share eight connections, each under a role of its own. */
class HikariRolesUnderThreadsTest {
  private static final int THREADS = 64;
  private static final int ROUNDS = 20;

  @RegisterExtension
  static final WovenAgent agent = WovenAgent.with(new JdbcExtension(), new HikariExtension());

  private static RolesServer server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = RolesServer.running();
    try (Connection admin = DriverManager.getConnection(server.url(), "postgres", "pw")) {
      for (int i = 0; i < THREADS; i++) {
        execute(admin, "CREATE ROLE role" + i);
        execute(admin, "CREATE TABLE table" + i + " AS SELECT 1 AS one");
        execute(admin, "GRANT SELECT ON table" + i + " TO PUBLIC");
      }
    }
  }

  @Test
  void noRecordHasAnotherThreadsRole() throws InterruptedException, ExecutionException {
    HikariConfig config = server.config();
    config.setMaximumPoolSize(8);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<List<String>> said = new ArrayList<>();
    try (HikariDataSource pool = new HikariDataSource(config)) {
      List<Future<List<String>>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        running.add(threads.submit(() -> rounds(pool, number)));
      }
      for (Future<List<String>> rounds : running) {
        said.add(rounds.get());
      }
    } finally {
      threads.shutdownNow();
    }
    for (int i = 0; i < THREADS; i++) {
      assertThat(told("table" + i)).isEqualTo(said.get(i)).contains("role" + i);
    }
  }

  /** Puts its role on in one of the ways that there are, and asks the server who it is. */
  private static List<String> rounds(HikariDataSource pool, int number) throws SQLException {
    List<String> said = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (Connection connection = pool.getConnection()) {
        // Whatever the one before left holds here.
        said.add(currentUser(connection, number));
        connection.setAutoCommit(round % 2 == 0);
        execute(connection, (round % 3 == 0 ? "SET LOCAL ROLE role" : "SET ROLE role") + number);
        said.add(currentUser(connection, number));
        if (round % 4 == 3) {
          connection.commit();
        }
      }
    }
    return said;
  }

  private static String currentUser(Connection connection, int number) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT current_user FROM table" + number)) {
      result.next();
      return result.getString(1);
    }
  }

  private static List<String> told(String table) {
    return agent.calls().stream()
        .map(captured -> captured.call())
        .filter(call -> table.equals(call.resource()))
        .map(RolesServer::authority)
        .toList();
  }
}
