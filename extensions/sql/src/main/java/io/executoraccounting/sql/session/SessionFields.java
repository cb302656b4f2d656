/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import io.executoraccounting.spi.MissedExits;
import org.jspecify.annotations.Nullable;

/** Written while one state is made of another, and never after. */
final class SessionFields {
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

  SessionFields(SessionNature nature, SessionValue loginUser, SessionValue loginRole) {
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

  SessionFields copy() {
    SessionFields copy = new SessionFields(nature, loginUser, loginRole);
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

  /** Whether the same is put on in both. */
  boolean holdsAs(SessionFields other) {
    return isSame(user.value, other.user.value)
        && isSame(role.value, other.role.value)
        && impersonation == other.impersonation
        && lost == other.lost;
  }

  private static boolean isSame(SessionValue one, SessionValue other) {
    return one == other || one.isSameAs(other);
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

  void endTransaction(boolean kept) {
    user = user.end(1, kept);
    role = role.end(1, kept);
    savepoints = null;
    failed = false;
    open = false;
    openByFailure = false;
  }

  /** No transaction is under way any more, so that what is put on from now on is known again. */
  void settle() {
    if (lost && transactional) {
      lost = false;
      user = new SessionSetting(SessionValue.unreadable(lease));
      role = new SessionSetting(SessionValue.unreadable(lease));
    }
  }

  /** A text was carried out that cannot be in a transaction that failed. */
  void recover() {
    failed = false;
    if (openByFailure) {
      open = false;
      openByFailure = false;
    }
  }
}
