/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.spi.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the five nouns. Called on the pipeline's thread alone; never blocks. */
public interface Attribution {
  AccountingRecord attribute(CompletedCall call);

  /**
   * The initiator that those facts name, as it may be written: pseudonymised where that is
   * configured; null if nobody is known.
   */
  @Nullable Actor initiator(ThreadFacts thread);

  /**
   * What a chain is joined by across records and services that share a fingerprint key: a keyed
   * hash over its hops, {@code h1:<key id>:<22 characters>}.
   */
  String chainDigest(List<ChainHop> chain);
}
