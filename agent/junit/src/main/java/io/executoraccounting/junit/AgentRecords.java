/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.junit;

import io.executoraccounting.bootstrap.ObservedAgent;
import io.executoraccounting.bootstrap.ObservedRecords;
import io.executoraccounting.bootstrap.RecordedCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Observes the agent of this JVM. Only this class names bootstrap's classes, and it must not be
 * touched before the agent is there: a copy of them on the class path would be loaded instead of
 * the agent's own.
 */
final class AgentRecords implements Consumer<RecordedCall> {
  private static final long PATIENCE_MILLIS = 10_000;

  private final ObservedAgent agent;
  private final long sinceEpochNanos;
  private final List<AccountedCall> calls = Collections.synchronizedList(new ArrayList<>());

  private AgentRecords(ObservedAgent agent) {
    this.agent = agent;
    Instant now = Instant.now();
    sinceEpochNanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  static boolean hasAgent() {
    return ObservedRecords.agent() != null;
  }

  /**
   * @throws IllegalStateException if there is no agent any more
   */
  static List<String> rules() {
    return agent().policyRules();
  }

  private static ObservedAgent agent() {
    ObservedAgent agent = ObservedRecords.agent();
    if (agent == null) {
      throw new IllegalStateException("the Executor Accounting agent was detached from this JVM");
    }
    return agent;
  }

  static AgentRecords observe() {
    AgentRecords records = new AgentRecords(agent());
    ObservedRecords.observe(records);
    return records;
  }

  void end() {
    ObservedRecords.observe(null);
  }

  /** On the agent's thread. What began before this test is another's. */
  @Override
  public void accept(RecordedCall call) {
    if (call.startEpochNanos() >= sinceEpochNanos) {
      calls.add(new AccountedCall(call.name(), call.attributes(), call.stack()));
    }
  }

  List<AccountedCall> await() {
    if (!agent.awaitRecorded(PATIENCE_MILLIS)) {
      throw new AssertionError(
          "the Executor Accounting agent did not record within "
              + PATIENCE_MILLIS
              + " ms what had ended; its log says why");
    }
    synchronized (calls) {
      return Collections.unmodifiableList(new ArrayList<>(calls));
    }
  }
}
