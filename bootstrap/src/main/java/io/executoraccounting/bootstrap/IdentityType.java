/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.util.Locale;

/** What kind of identity acts or grants: the values of {@code executor.type} and its siblings. */
public enum IdentityType {
  AI_AGENT,
  SERVICE_ACCOUNT,
  WORKLOAD,
  CLOUD_ROLE,
  CI_JOB,
  SCHEDULER,
  HUMAN,
  ANONYMOUS,
  UNKNOWN,
  /** A role or login of a database; of authorities alone. */
  DB_ROLE,
  /** The holder of an API key who is not known otherwise; of authorities alone. */
  API_KEY;

  private final String value = name().toLowerCase(Locale.ROOT);

  /** The value as it is emitted, for example {@code ai_agent}. */
  public String value() {
    return value;
  }
}
