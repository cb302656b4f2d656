/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import io.executoraccounting.spi.MissedExits;
import org.jspecify.annotations.Nullable;

/**
 * What a session has put on, and what of it its transaction may still take back. Immutable: two
 * threads on one connection may lose a change to each other, as they may at the database, but tear
 * nothing.
 */
final class SessionState {
  private final SessionFields fields;

  private SessionState(SessionFields fields) {
    this.fields = fields;
  }

  /**
   * @param nature what transactions mean to it
   * @param user what is put on at the login already: a proxy's client
   * @param role one that the connect call asks for
   */
  static SessionState atLogin(SessionNature nature, SessionValue user, SessionValue role) {
    return new SessionState(new SessionFields(nature, user, role));
  }

  SessionValue user() {
    return fields.user.value;
  }

  SessionValue role() {
    return fields.role.value;
  }

  @Nullable Impersonation impersonation() {
    return fields.impersonation;
  }

  /** Whether nothing can be said of it but that it may be anybody. */
  boolean isLost() {
    return fields.lost;
  }

  boolean isTransactionFailed() {
    return fields.failed;
  }

  boolean isTransactional() {
    return fields.transactional;
  }

  /** Whether a change may have been missed since the session's identity was last stated anew. */
  boolean isDoubtful() {
    return fields.touched && fields.missedExits != MissedExits.count();
  }

  /** Whether an earlier borrower left it that way, and not this one nor the pool itself. */
  boolean isStale() {
    for (Impersonation top = fields.impersonation; top != null; top = top.below) {
      if (isStale(top.value)) {
        return true;
      }
    }
    return (isStale(fields.user.value) && !fields.user.value.isSameAs(fields.firstUser))
        || (isStale(fields.role.value) && !fields.role.value.isSameAs(fields.firstRole));
  }

  private boolean isStale(SessionValue value) {
    return value.lease != 0 && value.lease != fields.lease;
  }

  /** The pool hands the connection to somebody else, or takes it back. */
  SessionState handedOver() {
    if (fields.lease != 0 && fields.touchedIn != fields.lease) {
      // Nothing was put on meanwhile: one lease more or less makes no difference.
      return this;
    }
    SessionFields next = fields.copy();
    next.lease++;
    if (fields.lease == 0) {
      next.firstUser = fields.user.value;
      next.firstRole = fields.role.value;
    }
    return new SessionState(next);
  }

  SessionState autoCommit(boolean on) {
    if (fields.autoCommit == on) {
      return this;
    }
    SessionFields next = fields.copy();
    if (on) {
      // JDBC 4.3, Connection#setAutoCommit: the transaction is committed.
      next.endTransaction(!next.failed);
    }
    next.autoCommit = on;
    return new SessionState(next);
  }

  /** A text was carried out. */
  SessionState after(SessionChange change) {
    SessionFields next = fields.copy();
    if (next.failed && !endsTransaction(change.steps().get(0))) {
      next.recover();
    }
    // The driver begins a transaction before the text; without one the text itself is one.
    next.open |= next.transactional && !next.autoCommit;
    for (SessionStep step : change.steps()) {
      StepEffect.apply(step, next);
    }
    if (next.transactional && !next.open) {
      next.endTransaction(true);
    }
    return new SessionState(next);
  }

  /** Whether other rights hold at some point of a text than before it. */
  boolean changesWithin(SessionChange change) {
    SessionFields next = fields.copy();
    for (SessionStep step : change.steps()) {
      StepEffect.apply(step, next);
      if (!next.holdsAs(fields)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsTransaction(SessionStep step) {
    return step.kind() == SessionStep.Kind.COMMIT
        || step.kind() == SessionStep.Kind.ROLLBACK
        || step.kind() == SessionStep.Kind.ROLLBACK_TO;
  }

  /**
   * The server refused a text, so that nothing more is done until the transaction ends.
   *
   * @param begun whether that text itself may have begun one
   */
  SessionState failed(boolean begun) {
    boolean within = fields.open || !fields.autoCommit;
    boolean survives = within && fields.nature == SessionNature.TRANSACTIONAL_WITH_AUTOSAVE;
    if (!fields.transactional || survives || fields.failed || !(within || begun)) {
      return this;
    }
    SessionFields next = fields.copy();
    next.failed = true;
    next.open = true;
    next.openByFailure = !within;
    return new SessionState(next);
  }

  /** A text was carried out that cannot be in a transaction that failed. */
  SessionState recovered() {
    SessionFields next = fields.copy();
    next.recover();
    return new SessionState(next);
  }

  /** What of a text was done is not known. */
  SessionState lost(SessionChange change) {
    SessionFields next = fields.copy();
    next.touched = true;
    next.touchedIn = next.lease;
    for (SessionStep step : change.steps()) {
      next.lost |= next.transactional || !isSetting(step);
      if (step.kind() == SessionStep.Kind.SESSION_USER) {
        next.user = new SessionSetting(SessionValue.unreadable(next.lease));
      }
      next.role = new SessionSetting(SessionValue.unreadable(next.lease));
    }
    return new SessionState(next);
  }

  private static boolean isSetting(SessionStep step) {
    return step.kind() == SessionStep.Kind.ROLE || step.kind() == SessionStep.Kind.SESSION_USER;
  }
}
