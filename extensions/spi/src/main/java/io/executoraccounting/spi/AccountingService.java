/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.bootstrap.TraceContext;
import org.jspecify.annotations.Nullable;

/** What the agent does for handlers. Safe for use by many threads; never throws, never blocks. */
public interface AccountingService {
  CredentialReader credentials();

  /**
   * Begins a call on this thread, with the frames that hold now.
   *
   * @return null where it must not be accounted for: it is the agent's own, or accounting is off
   */
  @Nullable OpenCall begin(OutboundCall call);

  /**
   * Whether that request may give out a credential: a token endpoint, a security token service.
   *
   * @param scheme {@code https} or {@code http}; null if unknown
   * @param host without port and brackets; null if unknown
   * @param port not positive where it is unknown or the scheme's default
   * @param rawPath percent-encoded, without query; null is the root
   * @param headers those of the request
   * @return null for nearly every request: nobody watches its bodies
   */
  @Nullable GrantWatch watchGrant(
      String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String rawPath,
      HeaderSource headers);

  /** Begins what arrived; null where it must not be accounted for. */
  @Nullable FrameScope arrive(InboundCall call, @Nullable TraceContext incoming);

  /**
   * Says that what arrived is over: response complete, message acknowledged. A second time does
   * nothing.
   */
  void departed(ExecutorFrame inbound, CallOutcome outcome);

  /**
   * Begins a turn or a tool call of an AI agent on this thread.
   *
   * @return what {@link #agentEnded} needs; null where it must not be accounted for
   */
  @Nullable FrameScope agentBegan(ExecutorIdentity agent);

  /** Ends it: from now on this thread is no longer the agent's. */
  void agentEnded(FrameScope turn, CallOutcome outcome);
}
