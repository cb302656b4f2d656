/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.Locale;

/** How a hop of the chain was made: {@code executor.chain.via}. */
public enum Via {
  REQUEST,
  MESSAGE,
  SCHEDULE,
  ACT_CLAIM,
  TOKEN_EXCHANGE,
  ASSUME_ROLE,
  IMPERSONATION,
  RUN_AS,
  SET_ROLE,
  PROXY_AUTH,
  AGENT,
  AGENT_TOOL,
  FAILOVER,
  PROCESS;

  private final String value = name().toLowerCase(Locale.ROOT);

  /** The value as it is emitted. */
  public String value() {
    return value;
  }
}
