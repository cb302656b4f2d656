/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import java.util.Collections;
import java.util.List;

/** What a session has as its role or its user, and who put it there. Immutable. */
final class SessionValue {
  /** Nothing is put on: the login's own. */
  static final SessionValue NONE = new SessionValue(Collections.emptyList(), true, 0);

  private final List<String> names;
  private final boolean readable;

  /** The number of the lease in which it was put on; 0 before the connection was first lent. */
  final int lease;

  private SessionValue(List<String> names, boolean readable, int lease) {
    this.names = names;
    this.readable = readable;
    this.lease = lease;
  }

  static SessionValue named(List<String> names, int lease) {
    return new SessionValue(names, true, lease);
  }

  static SessionValue none(int lease) {
    return lease == 0 ? NONE : new SessionValue(Collections.emptyList(), true, lease);
  }

  static SessionValue unreadable(int lease) {
    return new SessionValue(Collections.emptyList(), false, lease);
  }

  SessionValue inLease(int other) {
    return new SessionValue(names, readable, other);
  }

  boolean isReadable() {
    return readable;
  }

  boolean isNone() {
    return readable && names.isEmpty();
  }

  List<String> names() {
    return names;
  }

  boolean isSameAs(SessionValue other) {
    return readable && other.readable && names.equals(other.names);
  }
}
