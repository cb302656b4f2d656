/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.config.TrustedIssuer;
import io.executoraccounting.agent.identity.SignatureVerifier;
import io.executoraccounting.agent.verification.KeyRefreshing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checking of tokens, if any issuer is configured, and the thread that fetches its keys. */
final class SignatureChecks {
  private final @Nullable KeyRefreshing refreshing;
  private final @Nullable Thread thread;

  private SignatureChecks(@Nullable KeyRefreshing refreshing) {
    this.refreshing = refreshing;
    this.thread =
        refreshing == null ? null : AgentThreads.daemon("executor-accounting-keys", refreshing);
  }

  static SignatureChecks of(List<TrustedIssuer> issuers, AgentLog log) {
    return new SignatureChecks(issuers.isEmpty() ? null : new KeyRefreshing(issuers, log));
  }

  SignatureVerifier verifier() {
    return refreshing == null ? SignatureVerifier.NONE : refreshing.verifier();
  }

  void start() {
    if (thread != null) {
      thread.start();
    }
  }

  /**
   * @param millis how long to wait for the thread to be gone
   */
  void end(long millis) {
    if (refreshing == null || thread == null) {
      return;
    }
    refreshing.end(thread);
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
