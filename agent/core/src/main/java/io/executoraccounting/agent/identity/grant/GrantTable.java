/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The grants that this JVM saw, by what names the issued credential: {@value #SIZE} at most, each
 * until its credential has expired. Holds no secret. A grant says itself whom it came of, so that a
 * chain whose older part was forgotten is shorter and not wrong. Safe for use by many threads.
 */
public final class GrantTable implements CredentialLineage {
  static final int SIZE = 4096;

  /** A record is made a while after its call, and a call with an expired credential is one too. */
  private static final long GRACE_SECONDS = 600;

  /** For a credential whose end is not told, and for the refresh tokens, whose end never is. */
  private static final long LIFE_SECONDS = 24 * 3600;

  private final LongSupplier clock;
  private final ExpiringTable<Grant> issued;
  private final ExpiringTable<Grant> refreshable;

  public GrantTable() {
    this(() -> System.currentTimeMillis() / 1000);
  }

  /**
   * @param clock epoch seconds
   */
  GrantTable(LongSupplier clock) {
    this.clock = clock;
    issued = new ExpiringTable<>(SIZE, clock);
    refreshable = new ExpiringTable<>(SIZE, clock);
  }

  void learned(Grant grant) {
    String name = nameOf(grant.issued());
    if (name != null) {
      long end = grant.issued().expiresAt();
      Grant before = issued.get(name);
      Grant known = before == null ? grant : new RepeatedGrant(before, grant).common();
      issued.put(name, known, end > 0 ? end + GRACE_SECONDS : nowSeconds() + LIFE_SECONDS);
    }
  }

  @Override
  public @Nullable Grant grantOf(CredentialUse use) {
    String name = nameOf(use);
    return name == null ? null : issued.get(name);
  }

  /**
   * Whoever shows that refresh token gets what came of that grant.
   *
   * @param mark stands for the refresh token; null if there is none
   */
  void refreshable(@Nullable String mark, Grant grant) {
    if (mark != null) {
      refreshable.put(mark, grant, nowSeconds() + LIFE_SECONDS);
    }
  }

  /** Null if it was not seen, or is forgotten. */
  @Nullable Grant refreshedBy(@Nullable String mark) {
    return mark == null ? null : refreshable.get(mark);
  }

  long nowSeconds() {
    return clock.getAsLong();
  }

  int size() {
    return issued.size() + refreshable.size();
  }

  /** A signing key is never shown, so that its public id must stand for it. */
  private static @Nullable String nameOf(CredentialUse use) {
    return use.fingerprint() == null ? use.publicId() : use.fingerprint();
  }
}
