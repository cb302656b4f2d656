/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

/** What transactions mean to what a session has put on. */
public enum SessionNature {
  /** Nothing. */
  LASTING,
  /** They give it back when they are rolled back, and do nothing more after an error. */
  TRANSACTIONAL,
  /** As above, but the driver takes each statement that fails back by itself. */
  TRANSACTIONAL_WITH_AUTOSAVE
}
