/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.attribution.RecordStage;
import io.executoraccounting.agent.config.AgentConfig;
import java.util.Collections;
import java.util.List;

/** What a record passes between attribution and encoding: change, then policy. */
final class RecordStages {
  private RecordStages() {}

  static List<RecordStage> of(AgentConfig config) {
    return Collections.emptyList();
  }
}
