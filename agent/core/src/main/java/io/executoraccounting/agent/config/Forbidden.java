/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.Locale;

/** What a rule may forbid by name. */
public enum Forbidden {
  EXPIRED,
  LONG_LIVED,
  AUDIENCE_MISMATCH,
  PASSTHROUGH,
  PLAIN_TEXT,
  SHARED_CREDENTIAL,
  UNATTRIBUTED,
  HUMAN_TOKEN_IN_WORKLOAD,
  WORKLOAD_TOKEN_FOR_HUMAN,
  ENVIRONMENT_CROSSING;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
