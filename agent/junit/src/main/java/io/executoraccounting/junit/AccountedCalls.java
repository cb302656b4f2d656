/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.junit;

import java.util.ArrayList;
import java.util.List;

/** The calls that were recorded since a test began. Safe for use by many threads. */
public final class AccountedCalls {
  private final AgentRecords records;

  AccountedCalls(AgentRecords records) {
    this.records = records;
  }

  /**
   * Those that have ended so far, in the order in which they did. Waits until the agent has
   * recorded them.
   *
   * @throws AssertionError if it does not within ten seconds
   */
  public List<AccountedCall> all() {
    return records.await();
  }

  /** Of those the ones that break a rule. */
  public List<AccountedCall> violating() {
    List<AccountedCall> violating = new ArrayList<>();
    for (AccountedCall call : all()) {
      if (!call.violations().isEmpty()) {
        violating.add(call);
      }
    }
    return violating;
  }
}
