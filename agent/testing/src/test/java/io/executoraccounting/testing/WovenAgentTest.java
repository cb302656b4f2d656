/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.bootstrap.IdentityType;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import sample.library.Greeter;

class WovenAgentTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new GreeterExtension());

  @Test
  void seesCallOfApplicationClass() {
    assertThat(new Polite().greet("Ada")).isEqualTo("Good day, Ada");

    assertThat(agent.onlyCall().call().summary()).isEqualTo("GREET Ada");
  }

  @Test
  void tellsWhatWasThrown() {
    Polite polite = new Polite();

    assertThatThrownBy(() -> polite.greet(null)).isInstanceOf(IllegalArgumentException.class);
    assertThat(agent.onlyCall().outcome().errorType())
        .isEqualTo(IllegalArgumentException.class.getName());
  }

  @Test
  void seesCallOfJdkClass() {
    assertThat(new StringJoiner(",").setEmptyValue("none")).hasToString("none");

    assertThat(agent.onlyCall().call().summary()).isEqualTo("setEmptyValue none");
  }

  @Test
  void failsTestThatLeavesFrameOnItsThread() {
    ExecutorIdentity agentOfTest = ExecutorIdentity.of("agent:left", IdentityType.AI_AGENT);
    FrameScope left = FrameStack.pushActing(ExecutorFrame.Kind.AGENT, agentOfTest);
    try {
      assertThatThrownBy(() -> agent.afterEach(null))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("frame was left");
    } finally {
      left.close();
    }
  }

  private static final class Polite implements Greeter {
    @Override
    public String greet(String name) {
      if (name == null) {
        throw new IllegalArgumentException("nobody");
      }
      return "Good day, " + name;
    }
  }
}
