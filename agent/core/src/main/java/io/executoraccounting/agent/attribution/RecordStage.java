/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

/**
 * A step between attribution and encoding, on the pipeline's thread alone: what depends on records
 * before this one, or on what was expected of it.
 */
public interface RecordStage {
  AccountingRecord apply(AccountingRecord record);
}
