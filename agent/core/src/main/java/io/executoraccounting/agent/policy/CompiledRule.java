/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.config.Forbidden;
import io.executoraccounting.agent.config.Glob;
import io.executoraccounting.agent.config.Patterns;
import io.executoraccounting.agent.config.PolicyRule;
import io.executoraccounting.agent.config.TargetPattern;
import io.executoraccounting.spi.Access;
import io.executoraccounting.spi.OutboundCall;
import java.util.ArrayList;
import java.util.List;

/** A rule, ready to be asked: first whether it is about a record, then what that breaks. */
final class CompiledRule {
  private final String id;
  private final List<Condition> about;
  private final List<Condition> broken;

  private CompiledRule(String id, List<Condition> about, List<Condition> broken) {
    this.id = id;
    this.about = about;
    this.broken = broken;
  }

  static CompiledRule of(PolicyRule rule, Conditions conditions) {
    List<Condition> broken = new ArrayList<>(IdentityExpectations.of(rule));
    broken.addAll(ScopeExpectations.of(rule));
    for (Forbidden word : rule.forbidden()) {
      broken.add(conditions.of(word));
    }
    int maxDepth = rule.maxDepth();
    broken.add(record -> record.chain().size() > maxDepth);
    return new CompiledRule(rule.id(), about(rule), broken);
  }

  private static List<Condition> about(PolicyRule rule) {
    List<Condition> about = new ArrayList<>();
    Patterns<Access> access = rule.access();
    if (access != null) {
      about.add(record -> access.admit(call(record).access()::equals));
    }
    Patterns<Glob> environment = rule.environment();
    if (environment != null) {
      about.add(record -> isIn(environment, record));
    }
    Patterns<TargetPattern> target = rule.target();
    if (target != null) {
      about.add(record -> reaches(target, call(record)));
    }
    return about;
  }

  private static boolean isIn(Patterns<Glob> environments, AccountingRecord record) {
    String environment = record.environment();
    return environments.admit(pattern -> environment != null && pattern.matches(environment));
  }

  private static boolean reaches(Patterns<TargetPattern> targets, OutboundCall call) {
    return targets.admit(pattern -> pattern.matches(call.system(), call.host(), call.resource()));
  }

  private static OutboundCall call(AccountingRecord record) {
    return record.completed().call();
  }

  String id() {
    return id;
  }

  boolean isBrokenBy(AccountingRecord record) {
    for (Condition condition : about) {
      if (!condition.isMet(record)) {
        return false;
      }
    }
    for (Condition condition : broken) {
      if (condition.isMet(record)) {
        return true;
      }
    }
    return false;
  }
}
