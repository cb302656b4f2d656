/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import io.executoraccounting.spi.MissedExits;
import io.executoraccounting.spi.Via;
import org.jspecify.annotations.Nullable;

/**
 * What a session has put on, and what of it its transaction may still take back. Immutable: two
 * threads on one connection may lose a change to each other, as they may at the database, but tear
 * nothing.
 */
final class SessionState {
  private final Fields fields;

  private SessionState(Fields fields) {
    this.fields = fields;
  }

  /**
   * @param nature what transactions mean to it
   * @param user what is put on at the login already: a proxy's client
   * @param role one that the connect call asks for
   */
  static SessionState atLogin(SessionNature nature, SessionValue user, SessionValue role) {
    return new SessionState(new Fields(nature, user, role));
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
    Fields next = fields.copy();
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
    Fields next = fields.copy();
    if (on) {
      // JDBC 4.3, Connection#setAutoCommit: the transaction is committed.
      endTransaction(next, !next.failed);
    }
    next.autoCommit = on;
    return new SessionState(next);
  }

  /** A text was carried out. */
  SessionState after(SessionChange change) {
    Fields next = fields.copy();
    if (next.failed && !endsTransaction(change.steps().get(0))) {
      recover(next);
    }
    // The driver begins a transaction before the text; without one the text itself is one.
    next.open |= next.transactional && !next.autoCommit;
    for (SessionStep step : change.steps()) {
      apply(step, next);
    }
    if (next.transactional && !next.open) {
      endTransaction(next, true);
    }
    return new SessionState(next);
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
    Fields next = fields.copy();
    next.failed = true;
    next.open = true;
    next.openByFailure = !within;
    return new SessionState(next);
  }

  /** A text was carried out that cannot be in a transaction that failed. */
  SessionState recovered() {
    Fields next = fields.copy();
    recover(next);
    return new SessionState(next);
  }

  private static void recover(Fields next) {
    next.failed = false;
    if (next.openByFailure) {
      next.open = false;
      next.openByFailure = false;
    }
  }

  /** What of a text was done is not known. */
  SessionState lost(SessionChange change) {
    Fields next = fields.copy();
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

  private static void apply(SessionStep step, Fields next) {
    switch (step.kind()) {
      case ROLE:
        next.role = assign(next.role, value(step, next.loginRole, next), step, next);
        next.missedExits = MissedExits.count();
        break;
      case SESSION_USER:
        next.user = assign(next.user, value(step, next.loginUser, next), step, next);
        boolean asAtLogin = step.target() == SessionStep.Target.DEFAULT;
        SessionValue role = asAtLogin ? next.loginRole : SessionValue.NONE;
        next.role = assign(next.role, role.inLease(next.lease), step, next);
        next.missedExits = MissedExits.count();
        break;
      case EXECUTE_AS:
      case EXECUTE_AS_FOR_GOOD:
      case APPLICATION_ROLE:
        putOn(step, next);
        break;
      case REVERT:
        if (next.impersonation != null && !next.impersonation.forGood) {
          next.impersonation = next.impersonation.below;
        }
        break;
      case REVERT_ALL:
        next.impersonation = null;
        break;
      case DISCARD:
        next.becomeAsAtLogin();
        break;
      default:
        edge(step, next);
    }
  }

  private static SessionValue value(SessionStep step, SessionValue atLogin, Fields next) {
    switch (step.target()) {
      case NAMED:
        return SessionValue.named(step.names(), next.lease);
      case NONE:
        return SessionValue.none(next.lease);
      case DEFAULT:
        return atLogin.inLease(next.lease);
      default:
        return SessionValue.unreadable(next.lease);
    }
  }

  private static SessionSetting assign(
      SessionSetting setting, SessionValue value, SessionStep step, Fields next) {
    next.touched = true;
    next.touchedIn = next.lease;
    int level = next.transactional ? Savepoints.level(next.savepoints) : 0;
    return setting.set(value, level, step.isLocal());
  }

  private static void putOn(SessionStep step, Fields next) {
    Impersonation below = next.impersonation;
    if (below != null && below.depth >= Impersonation.MOST) {
      next.lost = true;
      return;
    }
    boolean role = step.kind() == SessionStep.Kind.APPLICATION_ROLE;
    boolean forGood = step.kind() == SessionStep.Kind.EXECUTE_AS_FOR_GOOD;
    next.touched = true;
    next.touchedIn = next.lease;
    next.impersonation =
        new Impersonation(
            value(step, SessionValue.NONE, next),
            role ? Via.SET_ROLE : Via.IMPERSONATION,
            forGood,
            below);
  }

  private static void edge(SessionStep step, Fields next) {
    switch (step.kind()) {
      case BEGIN:
        next.open = true;
        break;
      case COMMIT:
        endTransaction(next, !next.failed);
        settle(next);
        break;
      case ROLLBACK:
        endTransaction(next, false);
        settle(next);
        break;
      case SAVEPOINT:
        if (!Savepoints.isFull(next.savepoints)) {
          next.savepoints = Savepoints.add(next.savepoints, step.names().get(0));
        }
        break;
      default:
        savepoint(step, next);
    }
  }

  private static void savepoint(SessionStep step, Fields next) {
    boolean kept = step.kind() == SessionStep.Kind.RELEASE;
    Savepoints named = Savepoints.find(next.savepoints, step.names().get(0));
    if (named == null) {
      forget(next);
      return;
    }
    next.user = next.user.end(named.level, kept);
    next.role = next.role.end(named.level, kept);
    next.savepoints = kept ? named.below : named;
    next.failed = false;
  }

  /** A savepoint that was not seen: what this transaction has changed may be undone, or not. */
  private static void forget(Fields next) {
    next.failed = false;
    int level = Savepoints.level(next.savepoints);
    if (next.user.isPending()) {
      next.user = next.user.set(SessionValue.unreadable(next.lease), level, false);
    }
    if (next.role.isPending()) {
      next.role = next.role.set(SessionValue.unreadable(next.lease), level, false);
    }
  }

  private static void endTransaction(Fields next, boolean kept) {
    next.user = next.user.end(1, kept);
    next.role = next.role.end(1, kept);
    next.savepoints = null;
    next.failed = false;
    next.open = false;
    next.openByFailure = false;
  }

  /** No transaction is under way any more, so that what is put on from now on is known again. */
  private static void settle(Fields next) {
    if (next.lost && next.transactional) {
      next.lost = false;
      next.user = new SessionSetting(SessionValue.unreadable(next.lease));
      next.role = new SessionSetting(SessionValue.unreadable(next.lease));
    }
  }

  /** Written while one state is made of another, and never after. */
  private static final class Fields {
    final SessionNature nature;
    final boolean transactional;
    final SessionValue loginUser;
    final SessionValue loginRole;
    SessionValue firstUser;
    SessionValue firstRole;
    SessionSetting user;
    SessionSetting role;
    @Nullable Impersonation impersonation;
    @Nullable Savepoints savepoints;
    boolean autoCommit = true;

    /** BEGIN was said, or is said by the driver before each statement. */
    boolean open;

    /** It was said in a text that failed, so that it may not be so. */
    boolean openByFailure;

    boolean failed;
    boolean lost;
    boolean touched;
    int touchedIn;
    int lease;
    int missedExits;

    Fields(SessionNature nature, SessionValue loginUser, SessionValue loginRole) {
      this.nature = nature;
      this.transactional = nature != SessionNature.LASTING;
      this.loginUser = loginUser;
      this.loginRole = loginRole;
      firstUser = loginUser;
      firstRole = loginRole;
      user = new SessionSetting(loginUser);
      role = new SessionSetting(loginRole);
      missedExits = MissedExits.count();
    }

    Fields copy() {
      Fields copy = new Fields(nature, loginUser, loginRole);
      copy.firstUser = firstUser;
      copy.firstRole = firstRole;
      copy.user = user;
      copy.role = role;
      copy.impersonation = impersonation;
      copy.savepoints = savepoints;
      copy.autoCommit = autoCommit;
      copy.open = open;
      copy.openByFailure = openByFailure;
      copy.failed = failed;
      copy.lost = lost;
      copy.touched = touched;
      copy.touchedIn = touchedIn;
      copy.lease = lease;
      copy.missedExits = missedExits;
      return copy;
    }

    void becomeAsAtLogin() {
      user = new SessionSetting(loginUser.inLease(lease));
      role = new SessionSetting(loginRole.inLease(lease));
      impersonation = null;
      savepoints = null;
      open = false;
      openByFailure = false;
      failed = false;
      lost = false;
      touchedIn = lease;
      missedExits = MissedExits.count();
    }
  }
}
