/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.config.IdentityPattern;
import io.executoraccounting.agent.config.Patterns;
import io.executoraccounting.agent.config.PolicyRule;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.spi.Actor;
import java.util.ArrayList;
import java.util.List;

/** Unexpected executors, authorities and initiators. */
final class IdentityExpectations {
  private IdentityExpectations() {}

  static List<Condition> of(PolicyRule rule) {
    List<Condition> broken = new ArrayList<>();
    Patterns<IdentityPattern> executors = rule.executor();
    if (executors != null) {
      broken.add(record -> !executes(executors, record.executor()));
    }
    Patterns<IdentityPattern> authorities = rule.authority();
    if (authorities != null) {
      broken.add(record -> !grants(authorities, record.authority()));
    }
    Patterns<IdentityPattern> initiators = rule.initiator();
    if (initiators != null) {
      broken.add(record -> !initiates(initiators, record));
    }
    return broken;
  }

  private static boolean executes(Patterns<IdentityPattern> expected, ExecutorIdentity executor) {
    return expected.admit(pattern -> pattern.matches(executor.id(), executor.type(), null));
  }

  private static boolean grants(
      Patterns<IdentityPattern> expected, AccountingRecord.Authority authority) {
    return expected.admit(
        pattern ->
            pattern.matches(authority.id(), authority.type(), authority.credential().issuer()));
  }

  private static boolean initiates(Patterns<IdentityPattern> expected, AccountingRecord record) {
    Actor initiator = record.initiator();
    return initiator == null
        ? expected.admit(IdentityPattern::matchesNobody)
        : expected.admit(
            pattern -> pattern.matches(initiator.id(), initiator.type(), initiator.issuer()));
  }
}
