/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.attribution.IdentityChange.Kind;
import org.jspecify.annotations.Nullable;

/** With what one client went to one target before. */
final class ClientHistory {
  /** So many authorities, and credentials, may take turns without being told anew. */
  private static final int TAKING_TURNS = 8;

  private SeenAuthority last;
  private @Nullable String failedOverFrom;
  private final RecentlySeen identities = new RecentlySeen(TAKING_TURNS);
  private final RecentlySeen credentials = new RecentlySeen(TAKING_TURNS);

  /** Holders that came in, or went, without a failure: what follows one proves nothing of them. */
  private final RecentlySeen alternating = new RecentlySeen(TAKING_TURNS);

  ClientHistory(SeenAuthority first) {
    last = first;
    isNew(first);
  }

  @Nullable String authorityId() {
    return last.authorityId;
  }

  /**
   * What changed with that call.
   *
   * @param usual whether others use that authority at the target as well
   * @param unobtainable whether the last authority's own token could not be had
   */
  @Nullable IdentityChange next(
      SeenAuthority now, AuthorityStep step, boolean usual, boolean unobtainable) {
    String holder = now.holder();
    String before = last.holder();
    SeenAuthority previous = last;
    if (holder == null) {
      // It may well be a newer token of the same holder.
      return isNew(now) && step.ofRequest ? step.explained : null;
    }
    last = now;
    if (before == null) {
      isNew(now);
      return null;
    }
    boolean news = isNew(now);
    if (holder.equals(before)) {
      return news ? sameHolder(now, previous, step) : null;
    }
    boolean programs = now.program && previous.program;
    boolean returns = holder.equals(failedOverFrom);
    boolean gaveWay = (previous.failed || unobtainable) && !alternating.contains(holder);
    if (programs && (gaveWay || returns)) {
      failedOverFrom = returns ? null : before;
      return changed(Kind.FAILOVER, previous);
    }
    if (!previous.failed) {
      alternating.see(before);
      alternating.see(holder);
    }
    return news ? anotherHolder(now, previous, step, usual) : null;
  }

  private static @Nullable IdentityChange sameHolder(
      SeenAuthority now, SeenAuthority previous, AuthorityStep step) {
    IdentityChange explained = step.explained;
    if (step.ofRequest) {
      return explained;
    }
    if (now.executorId.equals(previous.executorId)) {
      return changed(Kind.REFRESH, previous);
    }
    return new IdentityChange(
        explained == null ? Kind.UNEXPECTED : explained.kind(),
        previous.executorId,
        previous.fingerprint);
  }

  private static @Nullable IdentityChange anotherHolder(
      SeenAuthority now, SeenAuthority previous, AuthorityStep step, boolean usual) {
    if (step.ofRequest) {
      return step.explained;
    }
    if (step.substituted != null && !previous.program) {
      return step.substituted;
    }
    if (step.explained != null) {
      return changed(step.explained.kind(), previous);
    }
    boolean named = now.authorityId != null && previous.authorityId != null;
    return named && !usual ? changed(Kind.UNEXPECTED, previous) : null;
  }

  private static IdentityChange changed(Kind kind, SeenAuthority previous) {
    return new IdentityChange(kind, previous.authorityId, previous.fingerprint);
  }

  /** Whether identity or credential have not been seen of late. */
  private boolean isNew(SeenAuthority now) {
    boolean knownIdentity = identities.see(now.identity());
    boolean knownCredential = now.credential == null || credentials.see(now.credential);
    return !knownIdentity || !knownCredential;
  }
}
