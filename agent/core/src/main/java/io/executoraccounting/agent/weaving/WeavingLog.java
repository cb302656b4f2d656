/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

/** Takes the engine's few lines; never throws, never blocks. */
@FunctionalInterface
public interface WeavingLog {
  /** One line: what happened, where, what to do; without the product's prefix. */
  void warn(String line);
}
