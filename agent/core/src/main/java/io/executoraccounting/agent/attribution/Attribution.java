/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import java.util.List;

/** Decides the five nouns. Called on the pipeline's thread alone; never blocks. */
public interface Attribution {
  AccountingRecord attribute(CompletedCall call);

  /** What is known of who set that work going, whether or not it calls anything. */
  OriginRecord origin(ThreadFacts thread);

  /**
   * What a chain is joined by across records and services that share a fingerprint key: a keyed
   * hash over its hops, {@code h1:<key id>:<22 characters>}.
   */
  String chainDigest(List<ChainHop> chain);
}
