/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Verification;

/**
 * Rule 6 of the model: the evidence for whatever set the work going; where nothing is known to
 * have, for who executes. An executor that the call's own token names is no better known than that
 * token.
 */
final class VerificationRule {
  private final ProcessIdentity process;

  VerificationRule(ProcessIdentity process) {
    this.process = process;
  }

  Verification of(CallEvidence evidence, ExecutorIdentity executing) {
    InboundEvidence inbound = evidence.inbound;
    CredentialUse presented = evidence.call.credential();
    boolean framed = !evidence.thread.acting().isEmpty();
    if (inbound != null && (inbound.isKnown() || inbound.isForged())) {
      boolean readFromTheCall =
          !framed
              && ExecutorRule.actorOf(evidence.lineage) != null
              && !inbound.relayedBy(presented);
      return readFromTheCall
          ? weaker(inbound.verification, presented.verification())
          : inbound.verification;
    }
    if (executing == process.identity()) {
      return process.verification();
    }
    return framed ? Verification.CONFIGURED : presented.verification();
  }

  private static Verification weaker(Verification one, Verification other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
