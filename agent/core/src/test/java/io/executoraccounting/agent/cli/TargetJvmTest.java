/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.AgentLoadException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TargetJvmTest {
  @Test
  void returnCodeOfAnOlderJvmIsNoFailure() {
    assertThat(TargetJvm.isSuccess(new AgentLoadException("0"))).isTrue();
  }

  @Test
  void otherAnswersAreFailures() {
    assertThat(TargetJvm.isSuccess(new AgentLoadException("102"))).isFalse();
    assertThat(TargetJvm.isSuccess(new IOException("0"))).isFalse();
    assertThat(TargetJvm.isSuccess(null)).isFalse();
  }
}
