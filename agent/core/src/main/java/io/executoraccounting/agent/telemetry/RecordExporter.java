/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

/**
 * Gets batches out of the process, and says in a later one what it could not. Used by the
 * pipeline's thread alone; never throws.
 */
interface RecordExporter {
  /** Takes a batch over; it is exported, or its records are counted as lost. */
  void export(Batch batch);

  /**
   * There is nothing to export just now: time to say what was lost.
   *
   * @return whether something is under way that is worth looking after soon
   */
  boolean idle();

  /** Waits until all that was taken over is exported or the deadline is over, and ends. */
  void close();

  /** Records lost so far. */
  long lost();
}
