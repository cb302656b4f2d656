/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.grant.message.Fields;
import io.executoraccounting.spi.OutboundCall;
import org.jspecify.annotations.Nullable;

/** One way to be given a credential: what its request and its response say. */
interface GrantProtocol {
  /** What is read of the request; null where its address says all. */
  @Nullable Fields request();

  /** Whether the request, as it was read, asks for a credential. */
  boolean asks();

  /** What is read of a response that succeeds. */
  Fields response();

  /** Adds what the request says to the call that it is. */
  OutboundCall describe(OutboundCall call);

  /** The response is complete: what it gave out becomes known. */
  void learn(GrantTable grants);
}
