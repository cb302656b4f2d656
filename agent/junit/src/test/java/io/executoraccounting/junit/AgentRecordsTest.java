/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.bootstrap.ObservedAgent;
import io.executoraccounting.bootstrap.ObservedRecords;
import io.executoraccounting.bootstrap.RecordedCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentRecordsTest {
  private static final long LATER = Long.MAX_VALUE;

  @AfterEach
  void noAgent() {
    ObservedRecords.observe(null);
    ObservedRecords.serve(null);
  }

  private static AgentRecords observe(boolean inTime) {
    ObservedRecords.serve(
        new ObservedAgent() {
          @Override
          public boolean awaitRecorded(long timeoutMillis) {
            return inTime;
          }

          @Override
          public List<String> policyRules() {
            return List.of();
          }
        });
    return AgentRecords.observe();
  }

  private static void record(String name, long startEpochNanos) {
    ObservedRecords.observer()
        .accept(new RecordedCall(name, startEpochNanos, Map.of(), new StackTraceElement[0]));
  }

  @Test
  void callsThatBeganBeforeTheTestAreNotItsOwn() {
    AgentRecords records = observe(true);
    record("before", 1);
    record("after", LATER);
    assertThat(records.await()).extracting(AccountedCall::name).containsExactly("after");
  }

  @Test
  void nobodyObservesOnceTheTestIsOver() {
    observe(true).end();
    assertThat(ObservedRecords.observer()).isNull();
  }

  @Test
  void anAgentThatDoesNotAnswerFailsTheTest() {
    AgentRecords records = observe(false);
    assertThatThrownBy(records::await)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("did not record within 10000 ms");
  }

  @Test
  void anAgentThatWasDetachedIsSaid() {
    assertThatThrownBy(AgentRecords::rules).hasMessageContaining("was detached");
  }
}
