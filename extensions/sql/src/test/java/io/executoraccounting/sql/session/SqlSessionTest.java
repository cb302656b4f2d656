/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.MissedExits;
import io.executoraccounting.spi.Via;
import io.executoraccounting.sql.SqlDialect;
import io.executoraccounting.sql.SqlReachReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session has put on, after what was carried out in it. */
class SqlSessionTest {
  private static final IdentityNaming NAMING =
      new IdentityNaming() {
        @Override
        public String login() {
          return "id:app";
        }

        @Override
        public Via loginVia() {
          return Via.IMPERSONATION;
        }

        @Override
        public AssumedIdentity identity(List<String> names, Via via) {
          return new AssumedIdentity(
              "id:" + String.join(",", names), IdentityType.DB_ROLE, via, List.of());
        }
      };

  private final SqlSession lasting = SqlSession.atLogin(SessionNature.LASTING, null, null);
  private final SqlSession transactional =
      SqlSession.atLogin(SessionNature.TRANSACTIONAL, null, null);

  @Test
  void putsImpersonationsOnOverOneAnother() {
    sqlServer("EXECUTE AS LOGIN = 'one'");
    sqlServer("EXECUTE AS USER = 'two'");
    assertThat(ids(lasting)).containsExactly("id:one", "id:two");
    sqlServer("REVERT");
    assertThat(ids(lasting)).containsExactly("id:one");
    sqlServer("REVERT");
    sqlServer("REVERT");
    assertThat(ids(lasting)).isEmpty();
  }

  @Test
  void keepsAnImpersonationThatCannotBeReverted() {
    sqlServer("EXECUTE AS LOGIN = 'one' WITH NO REVERT");
    sqlServer("REVERT");
    assertThat(ids(lasting)).containsExactly("id:one");
  }

  @Test
  void tellsAnApplicationRoleAsARole() {
    sqlServer("EXEC sp_setapprole 'pos', 'secret'");
    assertThat(lasting.view(NAMING).assumed())
        .extracting(AssumedIdentity::via)
        .containsExactly(Via.SET_ROLE);
    sqlServer("EXEC sp_unsetapprole @cookie");
    assertThat(ids(lasting)).isEmpty();
  }

  @Test
  void doesNotKnowWhetherAnImpersonationOutlastsTheProcedureThatMadeIt() {
    lasting.executed(change("EXECUTE AS USER = 'one'", SqlDialect.SQL_SERVER).withinProcedure());
    assertThat(ids(lasting)).containsExactly("unknown");
    SessionChange role = change("{call sp_setapprole('pos', ?)}", SqlDialect.SQL_SERVER);
    assertThat(role.withinProcedure()).isSameAs(role);
  }

  @Test
  void doesNotKnowWhoIsImpersonatedAfterMoreThanItCounts() {
    for (int i = 0; i < 40; i++) {
      sqlServer("EXECUTE AS USER = 'u" + i + "'");
    }
    assertThat(ids(lasting)).containsExactly("unknown");
    assertThat(lasting.view(NAMING).gaps()).containsExactly(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void nowhereNamesOneIdentityOverItself() {
    postgresql("SET ROLE app");
    assertThat(ids(transactional)).isEmpty();
    postgresql("SET SESSION AUTHORIZATION other");
    postgresql("SET ROLE other");
    assertThat(ids(transactional)).containsExactly("id:other");
  }

  @Test
  void doubtsARoleOnceAnExitMayHaveBeenMissedUntilOneIsPutOnAnew() {
    postgresql("SET ROLE reader");
    MissedExits.possible();
    assertThat(transactional.view(NAMING).gaps()).containsExactly(Gap.CONTEXT_STALE);
    postgresql("SET ROLE reader");
    assertThat(transactional.view(NAMING).gaps()).isEmpty();
  }

  @Test
  void doubtsNoSessionThatNeverChanged() {
    MissedExits.possible();
    assertThat(transactional.view(NAMING).gaps()).isEmpty();
  }

  @Test
  void seesDoubtAlsoWhereItWasAskedBefore() {
    postgresql("SET ROLE reader");
    transactional.view(NAMING);
    assertThat(transactional.seen()).isNotNull();
    MissedExits.possible();
    assertThat(transactional.seen()).isNull();
  }

  @Test
  void isTheSameViewUntilSomethingChanges() {
    postgresql("SET ROLE reader");
    SessionView view = transactional.view(NAMING);
    postgresql("SELECT 1");
    assertThat(transactional.seen()).isSameAs(view);
    postgresql("SET ROLE writer");
    assertThat(transactional.seen()).isNull();
  }

  @Test
  void doesNotGuessWhatASavepointThatWasNotSeenTakesBack() {
    postgresql("BEGIN");
    postgresql("SET ROLE reader");
    postgresql("ROLLBACK TO unseen");
    assertThat(ids(transactional)).containsExactly("unknown");
    postgresql("ROLLBACK");
    assertThat(ids(transactional)).isEmpty();
  }

  @Test
  void countsNoMoreSavepointsThanItKeeps() {
    postgresql("BEGIN");
    for (int i = 0; i < 10_000; i++) {
      postgresql("SAVEPOINT s" + i);
    }
    postgresql("SET ROLE reader");
    postgresql("ROLLBACK TO s9999");
    assertThat(ids(transactional)).containsExactly("unknown");
    postgresql("ROLLBACK TO s100");
    assertThat(ids(transactional)).isEmpty();
  }

  @Test
  void keepsARoleThroughARollbackThatGivesNothingBack() {
    lasting.executed(change("SET ROLE reader", SqlDialect.MYSQL));
    lasting.autoCommit(false);
    lasting.executed(SessionChange.of(SessionStep.of(SessionStep.Kind.ROLLBACK)));
    assertThat(ids(lasting)).containsExactly("id:reader");
  }

  @Test
  void namesSeveralRolesThatHoldTogether() {
    lasting.executed(change("SET ROLE a, b", SqlDialect.MYSQL));
    assertThat(ids(lasting)).containsExactly("id:a,b");
  }

  @Test
  void knowsNothingWhereItCannotBeToldWhatARefusedTextDid() {
    lasting.failed(change("SET ROLE a; SELECT 1", SqlDialect.MYSQL), SqlOutcome.REFUSED);
    assertThat(ids(lasting)).containsExactly("unknown");
    lasting.executed(change("SET ROLE NONE", SqlDialect.MYSQL));
    assertThat(ids(lasting)).isEmpty();
  }

  @Test
  void keepsTheRoleWhereOneAloneWasRefused() {
    lasting.executed(change("SET ROLE a", SqlDialect.MYSQL));
    lasting.failed(change("SET ROLE b", SqlDialect.MYSQL), SqlOutcome.REFUSED);
    assertThat(ids(lasting)).containsExactly("id:a");
    lasting.failed(change("SET ROLE b", SqlDialect.MYSQL), SqlOutcome.UNCERTAIN);
    assertThat(ids(lasting)).containsExactly("unknown");
  }

  @Test
  void knowsNothingWhereARefusedTextOfSqlServerDidSomethingElseAsWell() {
    SessionChange both = change("EXECUTE AS USER = 'a' DELETE FROM t", SqlDialect.SQL_SERVER);
    lasting.failed(both, SqlOutcome.REFUSED);
    assertThat(ids(lasting)).containsExactly("unknown");
  }

  @Test
  void keepsTheUserWhereAnImpersonationAloneWasRefused() {
    for (String alone :
        List.of(
            "EXECUTE AS USER = 'a' WITH NO REVERT",
            "EXECUTE AS USER = 'a' WITH COOKIE INTO @c",
            "EXEC sp_setapprole 'pos', 'secret'")) {
      lasting.failed(change(alone, SqlDialect.SQL_SERVER), SqlOutcome.REFUSED);
      assertThat(ids(lasting)).as(alone).isEmpty();
    }
  }

  @Test
  void doesNotSayUnderWhomATextOfSqlServerWorkedThatChangesItsUser() {
    SessionChange both = change("EXECUTE AS USER = 'a' DELETE FROM t", SqlDialect.SQL_SERVER);
    assertThat(lasting.during(both, NAMING).assumed())
        .extracting(AssumedIdentity::id)
        .containsExactly("unknown");
    assertThat(lasting.during(both, NAMING).gaps()).containsExactly(Gap.PRINCIPAL_UNKNOWN);
  }

  private void sqlServer(String sql) {
    lasting.executed(change(sql, SqlDialect.SQL_SERVER));
  }

  private void postgresql(String sql) {
    transactional.executed(change(sql, SqlDialect.POSTGRESQL));
  }

  private static SessionChange change(String sql, SqlDialect dialect) {
    return SqlReachReader.read(sql, dialect).session();
  }

  private static List<String> ids(SqlSession session) {
    return session.view(NAMING).assumed().stream().map(AssumedIdentity::id).toList();
  }
}
