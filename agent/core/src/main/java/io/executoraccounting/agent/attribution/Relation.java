/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import java.util.Locale;

/** How the executor's right relates to the initiator: {@code executor.initiator.relation}. */
public enum Relation {
  /** The initiator acts itself. */
  SELF,
  /** The token proves the delegation: it names the actor. */
  DELEGATED,
  /** The token carries the initiator and no actor. */
  IMPERSONATED,
  /** An own credential is used inside somebody's request. */
  ON_BEHALF_UNPROVEN,
  /** Nobody outside set it going. */
  AUTONOMOUS;

  private final String value = name().toLowerCase(Locale.ROOT);

  /** The value as it is emitted. */
  public String value() {
    return value;
  }
}
