/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
