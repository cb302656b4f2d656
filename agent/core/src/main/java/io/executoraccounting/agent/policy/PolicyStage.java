/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.RecordStage;
import io.executoraccounting.agent.config.EnvironmentConfig;
import io.executoraccounting.agent.config.Forbidden;
import io.executoraccounting.agent.config.PolicyConfig;
import io.executoraccounting.agent.config.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the ids of the rules that a record breaks onto it. Keeps what shared credentials need. */
public final class PolicyStage implements RecordStage {
  private final List<CompiledRule> rules = new ArrayList<>();
  private final SharedCredentials credentials = new SharedCredentials();
  private final boolean watchesCredentials;

  /**
   * @param ownEnvironment where this process runs, by its own word; null if it does not say
   */
  public PolicyStage(
      PolicyConfig policy, EnvironmentConfig environments, @Nullable String ownEnvironment) {
    Conditions conditions =
        new Conditions(new EnvironmentCrossing(environments, ownEnvironment), credentials);
    boolean watched = false;
    for (PolicyRule rule : policy.rules()) {
      rules.add(CompiledRule.of(rule, conditions));
      watched |= rule.forbidden().contains(Forbidden.SHARED_CREDENTIAL);
    }
    watchesCredentials = watched;
  }

  @Override
  public AccountingRecord apply(AccountingRecord record) {
    if (watchesCredentials) {
      // Of every record: a credential is shared even where the other call is nobody's business.
      credentials.see(record);
    }
    List<String> broken = new ArrayList<>();
    for (CompiledRule rule : rules) {
      if (rule.isBrokenBy(record)) {
        broken.add(rule.id());
      }
    }
    return broken.isEmpty() ? record : record.withViolations(broken);
  }
}
