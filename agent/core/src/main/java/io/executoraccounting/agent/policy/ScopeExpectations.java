/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.config.Glob;
import io.executoraccounting.agent.config.PolicyRule;
import java.util.ArrayList;
import java.util.List;

/** Scopes that are denied or not allowed. A credential whose scopes are not known has none. */
final class ScopeExpectations {
  private ScopeExpectations() {}

  static List<Condition> of(PolicyRule rule) {
    List<Condition> broken = new ArrayList<>();
    List<Glob> allowed = rule.allowedScopes();
    if (allowed != null) {
      broken.add(record -> !allFit(scopes(record), allowed));
    }
    List<Glob> denied = rule.deniedScopes();
    if (!denied.isEmpty()) {
      broken.add(record -> anyFits(scopes(record), denied));
    }
    return broken;
  }

  private static List<String> scopes(AccountingRecord record) {
    return record.authority().credential().scopes();
  }

  private static boolean allFit(List<String> scopes, List<Glob> patterns) {
    for (String scope : scopes) {
      if (!fits(scope, patterns)) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyFits(List<String> scopes, List<Glob> patterns) {
    for (String scope : scopes) {
      if (fits(scope, patterns)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(String scope, List<Glob> patterns) {
    for (Glob pattern : patterns) {
      if (pattern.matches(scope)) {
        return true;
      }
    }
    return false;
  }
}
