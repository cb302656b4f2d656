/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import io.executoraccounting.spi.MissedExits;
import io.executoraccounting.spi.Via;

/** What each step does to a session. */
final class StepEffect {
  private StepEffect() {}

  static void apply(SessionStep step, SessionFields next) {
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

  private static SessionValue value(SessionStep step, SessionValue atLogin, SessionFields next) {
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
      SessionSetting setting, SessionValue value, SessionStep step, SessionFields next) {
    next.touched = true;
    next.touchedIn = next.lease;
    int level = next.transactional ? Savepoints.level(next.savepoints) : 0;
    return setting.set(value, level, step.isLocal());
  }

  private static void putOn(SessionStep step, SessionFields next) {
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

  private static void edge(SessionStep step, SessionFields next) {
    switch (step.kind()) {
      case BEGIN:
        next.open = true;
        break;
      case COMMIT:
        next.endTransaction(!next.failed);
        next.settle();
        break;
      case ROLLBACK:
        next.endTransaction(false);
        next.settle();
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

  private static void savepoint(SessionStep step, SessionFields next) {
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
  private static void forget(SessionFields next) {
    next.failed = false;
    int level = Savepoints.level(next.savepoints);
    if (next.user.isPending()) {
      next.user = next.user.set(SessionValue.unreadable(next.lease), level, false);
    }
    if (next.role.isPending()) {
      next.role = next.role.set(SessionValue.unreadable(next.lease), level, false);
    }
  }
}
