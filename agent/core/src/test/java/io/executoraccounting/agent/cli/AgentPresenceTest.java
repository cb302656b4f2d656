/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class AgentPresenceTest {
  private final Properties properties = new Properties();

  @Test
  void noPropertyIsNoAgent() {
    assertThat(presence().attached()).isFalse();
    assertThat(presence().version()).isNull();
  }

  @Test
  void attachedAgentHasAVersion() {
    properties.setProperty("io.executoraccounting.agent", "0.1.0 attached");

    assertThat(presence().attached()).isTrue();
    assertThat(presence().version()).isEqualTo("0.1.0");
  }

  @Test
  void detachedAgentLeavesItsVersion() {
    properties.setProperty("io.executoraccounting.agent", "0.1.0 detached");

    assertThat(presence().attached()).isFalse();
    assertThat(presence().version()).isEqualTo("0.1.0");
  }

  private AgentPresence presence() {
    return AgentPresence.read(properties);
  }
}
