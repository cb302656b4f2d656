/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

/** Takes over what application threads have finished. Never throws, never blocks. */
public interface RecordSink {
  void accept(CompletedCall call);

  void accept(CompletedOrigin origin);
}
