/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import io.executoraccounting.agent.attribution.AccountingRecord;

/** A fact that a record meets or does not. Used by the pipeline's thread alone; never throws. */
interface Condition {
  boolean isMet(AccountingRecord record);
}
