/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

/** What an exception says about the text that it came of. */
public enum SqlOutcome {
  /** The server refused it, or a part of it. */
  REFUSED,
  /** It was carried out all the same: the driver missed a result, or found one too many. */
  DONE,
  /** It cannot be told. */
  UNCERTAIN
}
