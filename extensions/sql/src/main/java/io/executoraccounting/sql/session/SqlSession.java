/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The session behind one physical connection. It is told what was carried out, what failed, and
 * when a pool hands the connection over, and says whose rights hold.
 *
 * <p>Safe for use by many threads. Never throws, never blocks, and does not refer to the
 * connection.
 */
public final class SqlSession {
  private static final AtomicReferenceFieldUpdater<SqlSession, SessionState> STATE =
      AtomicReferenceFieldUpdater.newUpdater(SqlSession.class, SessionState.class, "state");

  private volatile SessionState state;
  private volatile @Nullable Seen seen;

  private SqlSession(SessionState atLogin) {
    state = atLogin;
  }

  /**
   * @param nature what transactions mean to it
   * @param user what the connect call puts on over the login; null where it does not
   * @param role the role that the connect call asks for; null where it asks for none
   */
  public static SqlSession atLogin(
      SessionNature nature, @Nullable SessionStep user, @Nullable SessionStep role) {
    return new SqlSession(SessionState.atLogin(nature, value(user), value(role)));
  }

  private static SessionValue value(@Nullable SessionStep step) {
    if (step == null || step.target() == SessionStep.Target.NONE) {
      return SessionValue.NONE;
    }
    return step.target() == SessionStep.Target.NAMED
        ? SessionValue.named(step.names(), 0)
        : SessionValue.unreadable(0);
  }

  /** Something that is another after each change; to see whether another handler noted it. */
  public Object mark() {
    return state;
  }

  /** Whether the ends of transactions matter to it. */
  public boolean isTransactional() {
    return state.isTransactional();
  }

  /** Whose rights hold now, where that was asked since it changed; else null. */
  public @Nullable SessionView seen() {
    Seen last = seen;
    SessionState current = state;
    return last != null && last.state == current && last.doubtful == current.isDoubtful()
        ? last.view
        : null;
  }

  /** Whose rights hold now. The same object until that changes. */
  public SessionView view(IdentityNaming naming) {
    SessionState current = state;
    boolean doubtful = current.isDoubtful();
    SessionView view = SessionView.of(current, naming);
    seen = new Seen(current, doubtful, view);
    return view;
  }

  /**
   * Under whose rights a text does what it does: nobody's that is known, where it changes them
   * itself, for what else it does may come before or after.
   *
   * @param change what the text does to the session; null where nothing
   */
  public SessionView during(@Nullable SessionChange change, IdentityNaming naming) {
    return change != null && !change.isAlone() && state.changesWithin(change)
        ? SessionView.ANYBODY
        : view(naming);
  }

  /** A pool hands the connection to a borrower, or takes it back. */
  public void handedOver() {
    become(SessionState::handedOver);
  }

  /** {@code Connection#setAutoCommit} has returned. */
  public void autoCommit(boolean on) {
    if (state.isTransactional()) {
      become(current -> current.autoCommit(on));
    }
  }

  /**
   * A text was carried out, or a call that stands for one.
   *
   * @param change null where it changes nothing of the session, as nearly all do
   */
  public void executed(@Nullable SessionChange change) {
    if (change != null) {
      become(current -> current.after(change));
    } else if (state.isTransactionFailed()) {
      become(SessionState::recovered);
    }
  }

  /** A text was not, or not wholly, carried out. */
  public void failed(@Nullable SessionChange change, SqlOutcome outcome) {
    if (outcome == SqlOutcome.DONE) {
      executed(change);
    } else if (change == null) {
      if (outcome == SqlOutcome.REFUSED) {
        become(current -> current.failed(false));
      }
    } else if (change.isCommitAlone()) {
      // A transaction that cannot be committed is rolled back.
      executed(SessionChange.of(SessionStep.of(SessionStep.Kind.ROLLBACK)));
    } else if (outcome == SqlOutcome.REFUSED && isUndone(change)) {
      become(current -> current.failed(!change.isAlone() && change.hasEdge()));
    } else {
      become(current -> current.lost(change));
    }
  }

  /** Whether a text that was refused leaves nothing behind. */
  private boolean isUndone(SessionChange change) {
    if (change.isAlone() || !state.isTransactional()) {
      return change.isAlone();
    }
    return state.isTransactionFailed() ? !change.mayEnd() : change.onlyBegins();
  }

  private void become(UnaryOperator<SessionState> next) {
    STATE.updateAndGet(this, next);
  }

  private static final class Seen {
    final SessionState state;
    final boolean doubtful;
    final SessionView view;

    Seen(SessionState state, boolean doubtful, SessionView view) {
      this.state = state;
      this.doubtful = doubtful;
      this.view = view;
    }
  }
}
