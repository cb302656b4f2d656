/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.attribution.ChangeStage;
import io.executoraccounting.agent.attribution.RecordStage;
import io.executoraccounting.agent.config.AgentConfig;
import io.executoraccounting.agent.policy.PolicyStage;
import java.util.ArrayList;
import java.util.List;

/** What a record passes between attribution and encoding: change, then policy. */
final class RecordStages {
  private RecordStages() {}

  static List<RecordStage> of(AgentConfig config) {
    List<RecordStage> stages = new ArrayList<>();
    stages.add(new ChangeStage());
    if (!config.policy().rules().isEmpty()) {
      String own = config.service().resourceAttributes().get("deployment.environment.name");
      stages.add(new PolicyStage(config.policy(), config.environments(), own));
    }
    return stages;
  }
}
