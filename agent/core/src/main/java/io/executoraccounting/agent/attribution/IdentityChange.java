/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** That the executor or its authority is another than before: {@code executor.change.*}. */
public final class IdentityChange {
  /** Why it changed. */
  public enum Kind {
    REFRESH,
    EXCHANGE,
    ASSUME,
    IMPERSONATE,
    SUBSTITUTION,
    PASSTHROUGH,
    FAILOVER,
    UNEXPECTED;

    private final String value = name().toLowerCase(Locale.ROOT);

    /** The value as it is emitted. */
    public String value() {
      return value;
    }
  }

  private final Kind kind;
  private final @Nullable String previousId;
  private final @Nullable String previousFingerprint;

  /**
   * @param previousId the authority before, or the executor where that alone changed; null if
   *     unknown. As it may be told: people by pseudonyms
   * @param previousFingerprint of the credential before, null if it has none
   */
  public IdentityChange(
      Kind kind, @Nullable String previousId, @Nullable String previousFingerprint) {
    this.kind = kind;
    this.previousId = previousId;
    this.previousFingerprint = previousFingerprint;
  }

  public Kind kind() {
    return kind;
  }

  public @Nullable String previousId() {
    return previousId;
  }

  public @Nullable String previousFingerprint() {
    return previousFingerprint;
  }
}
