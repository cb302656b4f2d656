/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.Via;
import io.executoraccounting.testing.WovenAgent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.xa.PGXADataSource;

/** Whose rights a record names is asked of a real PostgreSQL, next to each record. */
class PostgresRolesTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  private static EmbeddedPostgres server;

  private Connection connection;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().start();
    try (Connection admin = DriverManager.getConnection(url(), "postgres", "pw");
        Statement statement = admin.createStatement()) {
      statement.execute("CREATE ROLE app SUPERUSER LOGIN PASSWORD 'pw'");
      statement.execute("CREATE ROLE plain LOGIN PASSWORD 'pw'");
      for (String role : new String[] {"reader", "writer", "\"Odd Role\""}) {
        statement.execute("CREATE ROLE " + role);
        statement.execute("GRANT " + role + " TO plain");
      }
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection(url(), "app", "pw");
    agent.calls().clear();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void namesTheLoginUntilARoleIsPutOn() throws SQLException {
    assertThat(currentUser()).isEqualTo("app");
    assertThat(last().assumed()).isEmpty();
  }

  @Test
  void tellsARoleAsAHopOverTheLogin() throws SQLException {
    execute("SET ROLE reader");
    assertThat(last().assumed()).isEmpty();
    assertThat(currentUser()).isEqualTo("reader");
    AssumedIdentity role = last().assumed().get(0);
    assertThat(role.id()).isEqualTo("postgresql:reader@localhost:" + server.getPort());
    assertThat(role.type()).isEqualTo(IdentityType.DB_ROLE);
    assertThat(role.via()).isEqualTo(Via.SET_ROLE);
    assertThat(role.scopes()).containsExactly("role:reader");
    assertThat(last().credential().principal()).contains(":app@");
    assertThat(last().gaps()).isEmpty();
  }

  /** Whose id is made a pseudonym later, and whose name must not stand beside it. */
  @Test
  void tellsNoScopeOfARoleThatIsAPersonsMailbox() throws SQLException {
    execute("CREATE ROLE \"alice@example.com\"");
    execute("SET ROLE \"alice@example.com\"");
    execute("SELECT 1");
    AssumedIdentity role = last().assumed().get(0);
    assertThat(role.type()).isEqualTo(IdentityType.HUMAN);
    assertThat(role.scopes()).isEmpty();
    execute("RESET ROLE");
    execute("DROP ROLE \"alice@example.com\"");
  }

  @Test
  void takesARoleOff() throws SQLException {
    for (String off : new String[] {"SET ROLE NONE", "RESET ROLE", "set role to default"}) {
      execute("SET ROLE reader");
      execute(off);
      assertThat(currentUser()).isEqualTo("app");
    }
  }

  @Test
  void foldsNamesAsTheServerDoes() throws SQLException {
    execute("SET /* not yet */ ROLE -- nor here\n Reader");
    assertThat(currentUser()).isEqualTo("reader");
    execute("SET ROLE \"Odd Role\"");
    assertThat(currentUser()).isEqualTo("Odd Role");
    execute("SET SESSION ROLE 'writer'");
    assertThat(currentUser()).isEqualTo("writer");
  }

  @Test
  void followsSessionAuthorizationAndTheRoleOverIt() throws SQLException {
    execute("SET ROLE writer");
    execute("SET SESSION AUTHORIZATION plain");
    assertThat(currentUser()).isEqualTo("plain");
    execute("SET ROLE reader");
    assertThat(currentUser()).isEqualTo("reader");
    assertThat(last().assumed())
        .extracting(AssumedIdentity::via)
        .containsExactly(Via.IMPERSONATION, Via.SET_ROLE);
    execute("RESET SESSION AUTHORIZATION");
    assertThat(currentUser()).isEqualTo("app");
  }

  @Test
  void keepsWhatAFailedStatementDidNotChange() throws SQLException {
    execute("SET ROLE reader");
    assertThatThrownBy(() -> execute("SET ROLE nobody")).isInstanceOf(SQLException.class);
    assertThat(currentUser()).isEqualTo("reader");
  }

  @Test
  void believesTheServerAndNotTheDriverThatMissesAResult() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("SET ROLE reader"))
          .isInstanceOf(SQLException.class);
      assertThat(currentUser()).isEqualTo("reader");
      assertThatThrownBy(
              () -> statement.executeUpdate("SELECT set_config('role', 'writer', false)"))
          .isInstanceOf(SQLException.class);
      assertThat(currentUser()).isEqualTo("writer");
    }
  }

  @Test
  void takesARoleBackWithItsTransaction() throws SQLException {
    connection.setAutoCommit(false);
    execute("SET ROLE reader");
    assertThat(currentUser()).isEqualTo("reader");
    connection.rollback();
    assertThat(currentUser()).isEqualTo("app");
    execute("SET ROLE writer");
    connection.commit();
    execute("SET ROLE reader");
    connection.rollback();
    assertThat(currentUser()).isEqualTo("writer");
  }

  @Test
  void endsALocalRoleWithItsTransaction() throws SQLException {
    connection.setAutoCommit(false);
    execute("SET ROLE reader");
    execute("SET LOCAL ROLE writer");
    assertThat(currentUser()).isEqualTo("writer");
    connection.commit();
    assertThat(currentUser()).isEqualTo("reader");
  }

  @Test
  void knowsThatALocalRoleOutsideOfATransactionHasNoEffect() throws SQLException {
    execute("SET LOCAL ROLE reader");
    assertThat(currentUser()).isEqualTo("app");
    execute("SELECT set_config('role', 'reader', true)");
    assertThat(currentUser()).isEqualTo("app");
  }

  @Test
  void takesARoleBackToASavepoint() throws SQLException {
    connection.setAutoCommit(false);
    execute("SET ROLE reader");
    Savepoint named = connection.setSavepoint("Half Way");
    execute("SET LOCAL ROLE writer");
    Savepoint unnamed = connection.setSavepoint();
    execute("SET ROLE \"Odd Role\"");
    connection.rollback(unnamed);
    assertThat(currentUser()).isEqualTo("writer");
    connection.rollback(named);
    assertThat(currentUser()).isEqualTo("reader");
  }

  @Test
  void keepsARoleOfASavepointThatIsReleased() throws SQLException {
    connection.setAutoCommit(false);
    Savepoint savepoint = connection.setSavepoint();
    execute("SET ROLE reader");
    connection.releaseSavepoint(savepoint);
    connection.commit();
    assertThat(currentUser()).isEqualTo("reader");
  }

  @Test
  void readsTransactionsThatAreWrittenAsStatements() throws SQLException {
    execute("BEGIN");
    execute("SET ROLE reader");
    execute("SAVEPOINT Half");
    execute("SET ROLE writer");
    execute("ROLLBACK TO SAVEPOINT half");
    assertThat(currentUser()).isEqualTo("reader");
    execute("ROLLBACK AND CHAIN");
    execute("SET ROLE writer");
    execute("ABORT");
    assertThat(currentUser()).isEqualTo("app");
    execute("START TRANSACTION; SET LOCAL ROLE writer; SET ROLE reader; END");
    assertThat(currentUser()).isEqualTo("reader");
  }

  @Test
  void commitsNothingOfATransactionThatFailed() throws SQLException {
    execute("BEGIN");
    execute("SET ROLE reader");
    assertThatThrownBy(() -> execute("SELECT 1 / 0")).isInstanceOf(SQLException.class);
    try {
      execute("COMMIT");
    } catch (SQLException newerDriversSayThatItWasRolledBack) {
      assertThat(newerDriversSayThatItWasRolledBack.getSQLState()).isEqualTo("25P02");
    }
    assertThat(currentUser()).isEqualTo("app");
  }

  @Test
  void goesOnAfterASavepointOfATransactionThatFailed() throws SQLException {
    connection.setAutoCommit(false);
    Savepoint savepoint = connection.setSavepoint();
    assertThatThrownBy(() -> execute("SELECT 1 / 0")).isInstanceOf(SQLException.class);
    connection.rollback(savepoint);
    execute("SET ROLE reader");
    connection.commit();
    assertThat(currentUser()).isEqualTo("reader");
  }

  @Test
  void commitsBySwitchingAutoCommitOn() throws SQLException {
    connection.setAutoCommit(false);
    execute("SET ROLE reader");
    connection.setAutoCommit(true);
    assertThat(currentUser()).isEqualTo("reader");
  }

  @Test
  void doesNotSayOfATextThatChangesItsRoleUnderWhichOneItWorked() throws SQLException {
    for (String text :
        new String[] {
          "SET ROLE reader; SELECT 1; RESET ROLE", "BEGIN; SET LOCAL ROLE reader; SELECT 1; COMMIT"
        }) {
      execute(text);
      assertThat(Authority.id(last())).as(text).isEqualTo("unknown");
      assertThat(last().gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
      assertThat(currentUser()).isEqualTo("app");
    }
  }

  @Test
  void doesNotSayOfABatchThatChangesItsRoleUnderWhichOneItWorked() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("SET ROLE reader");
      statement.addBatch("SET search_path = public");
      statement.executeBatch();
    }
    assertThat(Authority.id(last())).isEqualTo("unknown");
    assertThat(currentUser()).isEqualTo("reader");
  }

  @Test
  void doesNotSayOfAPreparedTextThatChangesItsRoleUnderWhichOneItWorked() throws SQLException {
    try (PreparedStatement text = connection.prepareStatement("SET ROLE reader; SELECT 1")) {
      text.execute();
      assertThat(Authority.id(last())).isEqualTo("unknown");
      text.execute();
      assertThat(name()).isEqualTo("reader");
    }
  }

  @Test
  void knowsTheRoleOfATextThatEndsTransactionsAlone() throws SQLException {
    execute("SET ROLE reader");
    execute("BEGIN; SELECT 1; COMMIT");
    assertThat(name()).isEqualTo("reader");
    execute("BEGIN");
    execute("SET LOCAL ROLE writer");
    execute("SELECT 1; COMMIT");
    assertThat(Authority.id(last())).isEqualTo("unknown");
    assertThat(currentUser()).isEqualTo("reader");
  }

  @Test
  void undoesATextThatFailedHalfWay() throws SQLException {
    assertThatThrownBy(() -> execute("SET ROLE reader; SELECT 1 / 0"))
        .isInstanceOf(SQLException.class);
    assertThat(currentUser()).isEqualTo("app");
  }

  @Test
  void saysThatItCannotTellWhatATextDidThatCommittedAndThenFailed() throws SQLException {
    assertThatThrownBy(() -> execute("SET ROLE reader; COMMIT; SELECT 1 / 0"))
        .isInstanceOf(SQLException.class);
    execute("SELECT 1");
    assertThat(Authority.id(last())).isEqualTo("unknown");
    assertThat(last().gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
    execute("DISCARD ALL");
    assertThat(currentUser()).isEqualTo("app");
  }

  @Test
  void forgetsAllOfASessionThatIsDiscarded() throws SQLException {
    execute("SET SESSION AUTHORIZATION plain");
    execute("SET ROLE reader");
    execute("RESET ALL");
    assertThat(currentUser()).isEqualTo("reader");
    execute("DISCARD ALL");
    assertThat(currentUser()).isEqualTo("app");
  }

  @Test
  void saysThatARoleOfABindIsUnknown() throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("SELECT set_config('role', ?, false)")) {
      set.setString(1, "reader");
      set.execute();
    }
    execute("SELECT 1");
    assertThat(Authority.id(last())).isEqualTo("unknown");
    assertThat(last().gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
    execute("SET ROLE writer");
    assertThat(currentUser()).isEqualTo("writer");
  }

  @Test
  void followsPreparedStatementsThatAreExecutedAgain() throws SQLException {
    try (PreparedStatement on = connection.prepareStatement("SET ROLE reader");
        PreparedStatement off = connection.prepareStatement("RESET ROLE");
        PreparedStatement who = connection.prepareStatement("SELECT current_user")) {
      for (int i = 0; i < 7; i++) {
        on.execute();
        assertThat(only(who.executeQuery())).isEqualTo("reader").isEqualTo(name());
        off.execute();
        assertThat(only(who.executeQuery())).isEqualTo("app").isEqualTo(name());
      }
    }
  }

  @Test
  void followsABatch() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("SET ROLE reader");
      statement.addBatch("SET ROLE writer");
      statement.executeBatch();
    }
    assertThat(currentUser()).isEqualTo("writer");
  }

  @Test
  void beginsWithTheRoleThatTheUrlAsksFor() throws SQLException {
    connection.close();
    connection = DriverManager.getConnection(url() + "?options=-c%20role=reader", "app", "pw");
    assertThat(currentUser()).isEqualTo("reader");
    execute("SET ROLE NONE");
    assertThat(currentUser()).isEqualTo("app");
    execute("RESET ROLE");
    assertThat(currentUser()).isEqualTo("reader");
  }

  @Test
  void goesOnWithATransactionOfWhichTheDriverTakesErrorsBack() throws SQLException {
    connection.close();
    connection = DriverManager.getConnection(url() + "?autosave=always", "app", "pw");
    connection.setAutoCommit(false);
    execute("SET ROLE reader");
    assertThatThrownBy(() -> execute("SELECT 1 / 0")).isInstanceOf(SQLException.class);
    connection.commit();
    assertThat(currentUser()).isEqualTo("reader");
  }

  @Test
  void saysThatARoleOfAnEarlierBorrowerStillHolds() throws SQLException {
    PGXADataSource source = new PGXADataSource();
    source.setUrl(url());
    javax.sql.XAConnection pooled = source.getXAConnection("app", "pw");
    try (Connection first = pooled.getConnection()) {
      first.createStatement().execute("SET ROLE reader");
    }
    try (Connection second = pooled.getConnection()) {
      assertThat(only(second.createStatement().executeQuery("SELECT current_user")))
          .isEqualTo(name());
      assertThat(last().gaps()).containsExactly(Gap.CONTEXT_STALE);
      second.createStatement().execute("SET ROLE reader");
      second.createStatement().execute("SELECT 1");
      assertThat(last().gaps()).isEmpty();
    } finally {
      pooled.close();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What the server says, having compared it with what the record of the question says. */
  private String currentUser() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String said = only(statement.executeQuery("SELECT current_user"));
      assertThat(name()).isEqualTo(said);
      return said;
    }
  }

  private static String only(ResultSet result) throws SQLException {
    result.next();
    return result.getString(1);
  }

  private static String name() {
    return Authority.name(last());
  }

  private static OutboundCall last() {
    return agent.calls().get(agent.calls().size() - 1).call();
  }

  private static String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }
}
