/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

class AgentCommandTest {
  @Test
  void jvmThatIsNotThereIsAnErrorNotAStackTrace() {
    assertThat(run("attach", "999999999")).isEqualTo(1);
    assertThat(run("detach", "999999999")).isEqualTo(1);
  }

  @Test
  void configurationThatCannotBeReadIsToldBeforeAttaching() {
    assertThat(run("attach", "999999999", "--config", "no/such/file")).isEqualTo(1);
  }

  @Test
  void unknownCommandIsNotUnderstood() {
    assertThat(run("atach")).isEqualTo(2);
  }

  @Test
  void helpAndVersionAreFine() {
    assertThat(run("--help")).isZero();
    assertThat(run("--version")).isZero();
    assertThat(run()).isZero();
  }

  private static int run(String... arguments) {
    return AgentCommand.run(new File("agent.jar"), "0.1.0", arguments);
  }
}
