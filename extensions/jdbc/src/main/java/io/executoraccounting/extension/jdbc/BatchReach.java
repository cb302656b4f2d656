/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.Access;
import io.executoraccounting.sql.AccessStrength;
import io.executoraccounting.sql.SqlReach;
import io.executoraccounting.sql.session.SessionChange;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a batch reach together: what all of them have in common, and the strongest
 * access.
 */
final class BatchReach {
  private @Nullable SqlReach first;
  private boolean alike = true;
  private boolean complete = true;
  private Access access = Access.READ;
  private long size;
  private @Nullable SessionChange session;

  void add(SqlReach reach) {
    SqlReach known = first;
    if (known == null) {
      first = reach;
      access = reach.access();
    } else {
      alike &= Objects.equals(known.summary(), reach.summary());
      access = AccessStrength.stronger(access, reach.access());
    }
    complete &= reach.complete();
    SessionChange change = reach.session();
    if (change != null) {
      session = session == null ? change.among(size > 0) : session.then(change);
    } else if (session != null) {
      session = session.among(true);
    }
    size++;
  }

  /** Null where the statements differ, and where nothing was added. */
  @Nullable SqlReach common() {
    return alike ? first : null;
  }

  Access access() {
    return access;
  }

  boolean complete() {
    return complete;
  }

  long size() {
    return size;
  }

  /** What all of them do to the session, in their order; null where they do nothing. */
  @Nullable SessionChange session() {
    return session;
  }
}
