/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.hikaricp;

import static io.executoraccounting.extension.hikaricp.RolesServer.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.executoraccounting.extension.jdbc.JdbcExtension;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.testing.WovenAgent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a role is that was put on before a connection went back to its pool, asked of the server.
 */
class HikariRolesTest {
  @RegisterExtension
  static final WovenAgent agent = WovenAgent.with(new JdbcExtension(), new HikariExtension());

  private static RolesServer server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = RolesServer.running();
  }

  @Test
  void namesTheRoleThatAnEarlierBorrowerLeftAndSaysSo() throws SQLException {
    try (HikariDataSource pool = server.pool()) {
      try (Connection first = pool.getConnection()) {
        execute(first, "SET ROLE reader");
        assertThat(checked(first)).isEqualTo("reader");
        assertThat(last().gaps()).isEmpty();
      }
      try (Connection second = pool.getConnection()) {
        assertThat(checked(second)).isEqualTo("reader");
        assertThat(last().gaps()).containsExactly(Gap.CONTEXT_STALE);
      }
    }
  }

  @Test
  void doesNotBlameABorrowerWhoPutTheRoleOnAnew() throws SQLException {
    try (HikariDataSource pool = server.pool()) {
      try (Connection first = pool.getConnection()) {
        execute(first, "SET ROLE reader");
      }
      try (Connection second = pool.getConnection()) {
        execute(second, "SET ROLE reader");
        assertThat(checked(second)).isEqualTo("reader");
        assertThat(last().gaps()).isEmpty();
      }
    }
  }

  @Test
  void namesTheLoginWhereTheBorrowerTookTheRoleOff() throws SQLException {
    try (HikariDataSource pool = server.pool()) {
      for (String off : new String[] {"RESET ROLE", "DISCARD ALL"}) {
        try (Connection first = pool.getConnection()) {
          execute(first, "SET ROLE reader");
          execute(first, off);
        }
        try (Connection second = pool.getConnection()) {
          assertThat(checked(second)).isEqualTo("app");
          assertThat(last().gaps()).isEmpty();
        }
      }
    }
  }

  @Test
  void followsTheRollbackWithWhichThePoolTakesAConnectionBack() throws SQLException {
    try (HikariDataSource pool = server.pool()) {
      try (Connection first = pool.getConnection()) {
        first.setAutoCommit(false);
        execute(first, "SET ROLE reader");
        assertThat(checked(first)).isEqualTo("reader");
      }
      try (Connection second = pool.getConnection()) {
        assertThat(checked(second)).isEqualTo("app");
        assertThat(last().gaps()).isEmpty();
      }
    }
  }

  @Test
  void keepsARoleThatWasCommittedBeforeTheConnectionWentBack() throws SQLException {
    HikariConfig config = server.config();
    config.setAutoCommit(false);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      try (Connection first = pool.getConnection()) {
        execute(first, "SET ROLE reader");
        first.commit();
        execute(first, "SET ROLE writer");
      }
      try (Connection second = pool.getConnection()) {
        assertThat(checked(second)).isEqualTo("reader");
        assertThat(last().gaps()).containsExactly(Gap.CONTEXT_STALE);
      }
    }
  }

  @Test
  void endsALocalRoleAtTheBorrowersCommit() throws SQLException {
    try (HikariDataSource pool = server.pool();
        Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "SET LOCAL ROLE writer");
      assertThat(checked(connection)).isEqualTo("writer");
      connection.commit();
      assertThat(checked(connection)).isEqualTo("app");
    }
  }

  @Test
  void takesARoleOfThePoolsInitialStatementForThePools() throws SQLException {
    HikariConfig config = server.config();
    config.setConnectionInitSql("SET ROLE reader");
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (int lease = 0; lease < 2; lease++) {
        try (Connection connection = pool.getConnection()) {
          assertThat(checked(connection)).isEqualTo("reader");
          assertThat(last().gaps()).isEmpty();
        }
      }
      try (Connection changing = pool.getConnection()) {
        execute(changing, "SET ROLE NONE");
      }
      try (Connection next = pool.getConnection()) {
        assertThat(checked(next)).isEqualTo("app");
        assertThat(last().gaps()).containsExactly(Gap.CONTEXT_STALE);
      }
    }
  }

  @Test
  void leavesATransactionOpenThatThePoolLeavesOpen() throws SQLException {
    try (HikariDataSource pool = server.pool()) {
      try (Connection first = pool.getConnection()) {
        execute(first, "BEGIN");
        execute(first, "SET ROLE reader");
      }
      try (Connection second = pool.getConnection()) {
        assertThat(checked(second)).isEqualTo("reader");
        execute(second, "ROLLBACK");
        assertThat(checked(second)).isEqualTo("app");
      }
    }
  }

  @Test
  void keepsTheRoleWhereAStatementFailed() throws SQLException {
    try (HikariDataSource pool = server.pool();
        Connection connection = pool.getConnection()) {
      execute(connection, "SET ROLE reader");
      assertThatThrownBy(() -> execute(connection, "SET ROLE nobody"))
          .isInstanceOf(SQLException.class);
      assertThat(checked(connection)).isEqualTo("reader");
    }
  }

  @Test
  void countsAStatementUnderTheRoleThatHeldWhenItBegan() throws SQLException {
    try (HikariDataSource pool = server.pool();
        Connection connection = pool.getConnection()) {
      execute(connection, "SET ROLE reader");
      assertThat(RolesServer.authority(last())).isEqualTo("app");
      execute(connection, "RESET ROLE");
      assertThat(RolesServer.authority(last())).isEqualTo("reader");
    }
  }

  /** The server's own word, which the record of the question must match. */
  private static String checked(Connection connection) throws SQLException {
    String said = RolesServer.currentUser(connection);
    assertThat(RolesServer.authority(last())).isEqualTo(said);
    return said;
  }

  private static OutboundCall last() {
    return agent.calls().get(agent.calls().size() - 1).call();
  }
}
