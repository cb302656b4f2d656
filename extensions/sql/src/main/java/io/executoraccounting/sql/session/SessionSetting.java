/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import org.jspecify.annotations.Nullable;

/**
 * A setting that transactions give back: what {@code SET} leaves is undone with the transaction or
 * savepoint in which it stands, what {@code SET LOCAL} leaves ends with the transaction whatever
 * becomes of it. Immutable. Source: PostgreSQL 18, "SET", and {@code
 * src/backend/utils/misc/README}.
 *
 * <p>Levels count from 1, the transaction; each savepoint opens one more. Level 0 is no
 * transaction.
 */
final class SessionSetting {
  final SessionValue value;
  private final @Nullable Saved saved;

  SessionSetting(SessionValue value) {
    this(value, null);
  }

  private SessionSetting(SessionValue value, @Nullable Saved saved) {
    this.value = value;
    this.saved = saved;
  }

  /** Whether an end of a transaction can change it. */
  boolean isPending() {
    return saved != null;
  }

  SessionSetting set(SessionValue next, int level, boolean local) {
    if (level == 0) {
      return new SessionSetting(next);
    }
    Saved top = saved;
    if (top == null || top.level < level) {
      return new SessionSetting(next, new Saved(level, local, false, value, value, top));
    }
    // A SET LOCAL covers a SET of the same level, to which a commit returns.
    SessionValue covered = local && !top.local ? value : top.covered;
    boolean covers = local && (top.covers || !top.local);
    return new SessionSetting(next, new Saved(level, local, covers, top.prior, covered, top.below));
  }

  /** Ends that level and all within it; {@code kept} unless it is rolled back. */
  SessionSetting end(int level, boolean kept) {
    SessionSetting ended = this;
    for (Saved top = saved; top != null && top.level >= level; top = ended.saved) {
      if (!kept) {
        ended = new SessionSetting(top.prior, top.below);
      } else if (top.level == 1) {
        ended = new SessionSetting(top.committed(ended.value), top.below);
      } else {
        ended = new SessionSetting(ended.value, top.released());
      }
    }
    return ended;
  }

  /** How it was before a level, and what that level has done. */
  private static final class Saved {
    final int level;

    /** Whether the value that stands is a {@code SET LOCAL}'s. */
    final boolean local;

    /** Whether that one covers a {@code SET} of the same level. */
    final boolean covers;

    final SessionValue prior;
    final SessionValue covered;
    final @Nullable Saved below;

    Saved(
        int level,
        boolean local,
        boolean covers,
        SessionValue prior,
        SessionValue covered,
        @Nullable Saved below) {
      this.level = level;
      this.local = local;
      this.covers = covers;
      this.prior = prior;
      this.covered = covered;
      this.below = below;
    }

    SessionValue committed(SessionValue current) {
      if (!local) {
        return current;
      }
      return covers ? covered : prior;
    }

    /** A savepoint is released: what was done within it was done within the level outside. */
    @Nullable Saved released() {
      Saved outer = below;
      if (outer == null || outer.level < level - 1) {
        return new Saved(level - 1, local, covers, prior, covered, outer);
      }
      if (!local) {
        return new Saved(outer.level, false, false, outer.prior, outer.covered, outer.below);
      }
      if (covers) {
        return new Saved(outer.level, true, true, outer.prior, covered, outer.below);
      }
      return outer.local
          ? outer
          : new Saved(outer.level, true, true, outer.prior, prior, outer.below);
    }
  }
}
