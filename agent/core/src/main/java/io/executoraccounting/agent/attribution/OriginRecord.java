/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Verification;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who set work going, and how sure that is. Immutable. */
public final class OriginRecord {
  private final @Nullable Actor initiator;
  private final Verification verification;
  private final Set<Gap> gaps;

  /**
   * @param initiator as it may be told: pseudonymised where that is configured; null if nobody is
   *     known
   * @param gaps what could not be learned, empty if there is nothing
   */
  public OriginRecord(@Nullable Actor initiator, Verification verification, Set<Gap> gaps) {
    this.initiator = initiator;
    this.verification = verification;
    this.gaps = gaps;
  }

  public @Nullable Actor initiator() {
    return initiator;
  }

  public Verification verification() {
    return verification;
  }

  public Set<Gap> gaps() {
    return gaps;
  }
}
