/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.util.List;

/** What a test may ask of the agent in its JVM. Safe for use by many threads. */
public interface ObservedAgent {
  /**
   * Waits until every call that had ended before is recorded, and observed.
   *
   * @return false if that takes longer than {@code timeoutMillis}, or the thread is interrupted
   */
  boolean awaitRecorded(long timeoutMillis);

  /** Ids of the policy rules in force. */
  List<String> policyRules();
}
