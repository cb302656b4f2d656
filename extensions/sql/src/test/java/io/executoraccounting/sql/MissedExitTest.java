/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.MissedExits;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A handler entered and its exit never ran: calls that come later are told as if it had. */
class MissedExitTest {
  @Test
  void countsTheNextExecutionOfTheStatement() {
    Statement statement = new Statement();
    SqlExecution.enter(statement, true, new Unended());
    assertThat(SqlExecution.isPartOfAnother(statement)).isTrue();

    MissedExits.possible();

    assertThat(SqlExecution.isPartOfAnother(statement)).isFalse();
  }

  @Test
  void leavesNothingToAnExecutionThatFollows() {
    Statement statement = new Statement();
    SqlExecution.enter(statement, false, new Unended());
    MissedExits.possible();
    SqlExecution next = SqlExecution.enter(statement, false, new Unended());

    assertThat(next.leave()).isTrue();
    assertThat(SqlExecution.isPartOfAnother(statement)).isFalse();
  }

  @Test
  void believesAnExecutionThatBeganSince() {
    MissedExits.possible();
    Statement statement = new Statement();
    SqlExecution entered = SqlExecution.enter(statement, true, new Unended());

    assertThat(SqlExecution.isPartOfAnother(statement)).isTrue();
    assertThat(entered.leave()).isTrue();
  }

  @Test
  void countsAnExecutionThatWasUnderWayMeanwhile() {
    SqlExecution entered = SqlExecution.enter(new Statement(), false, new Unended());
    MissedExits.possible();

    assertThat(entered.leave()).isTrue();
  }

  @Test
  void namesNoPoolThatGaveUpBefore() {
    ConnectUnderWay.enter("orders-pool").proof(CredentialKind.DB_IAM_TOKEN);
    MissedExits.possible();
    ConnectUnderWay next = ConnectUnderWay.enter();

    assertThat(next.provider()).isNull();
    assertThat(next.proof()).isNull();
    assertThat(next.leave(true)).isFalse();
  }

  @Test
  void keepsNothingOfTheApplication() {
    WeakReference<Statement> statement = new WeakReference<>(entered());
    for (int i = 0; i < 100 && statement.get() != null; i++) {
      System.gc();
    }

    assertThat(statement.get()).isNull();
    assertThat(SqlExecution.isPartOfAnother(new Statement())).isFalse();
  }

  private static Statement entered() {
    Statement statement = new Statement();
    SqlExecution.enter(statement, true, new Unended());
    return statement;
  }

  private static final class Statement {}

  private static final class Unended implements OpenCall {
    @Override
    public void end(@Nullable OutboundCall seen, CallOutcome outcome) {
      throw new AssertionError("not ended here");
    }

    @Override
    public @Nullable OpenCall followedBy(OutboundCall next) {
      return null;
    }
  }
}
