/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is expected of records, by rules that each have an id. Immutable. */
public final class PolicyConfig {
  /** An id stands on every record that breaks the rule. */
  private static final int MAX_ID_LENGTH = 64;

  private final List<PolicyRule> rules;

  private PolicyConfig(List<PolicyRule> rules) {
    this.rules = Collections.unmodifiableList(rules);
  }

  static PolicyConfig read(Settings settings, EnvironmentConfig environments) {
    Set<String> ids = new TreeSet<>();
    for (ConfigKey<?> key : PolicyKeys.all()) {
      ids.addAll(settings.memberNames(key));
    }
    List<PolicyRule> rules = new ArrayList<>();
    for (String id : ids) {
      RuleSettings own = new RuleSettings(settings, id);
      PolicyRule rule = new PolicyRule(id, own);
      String problem = own.hasBadValue() ? null : problem(rule, own, environments);
      if (problem != null) {
        settings.badValue(
            PolicyKeys.PREFIX + id + ": " + problem + "; the rule " + id + " is left out");
      } else if (!own.hasBadValue()) {
        rules.add(rule);
      }
    }
    return new PolicyConfig(rules);
  }

  /** What makes a rule useless, or another than was meant; null if nothing does. */
  private static @Nullable String problem(
      PolicyRule rule, RuleSettings settings, EnvironmentConfig environments) {
    if (!isId(rule.id())) {
      return "expected an id of at most "
          + MAX_ID_LENGTH
          + " lower-case letters, digits and hyphens";
    }
    String unknown = settings.unknownKey();
    if (unknown != null) {
      return "it has " + unknown + ", which is not a key of a rule";
    }
    if (!rule.expectsSomething()) {
      return "it says which records it is about, but not what is expected; add executor, authority,"
          + " initiator, scopes.allow, scopes.deny, forbid or chain.max-depth";
    }
    Patterns<Glob> environment = rule.environment();
    return environment == null ? null : neverReached(environment, environments.names());
  }

  private static @Nullable String neverReached(Patterns<Glob> environment, Set<String> names) {
    for (Glob pattern : environment.fitting()) {
      boolean reachable = false;
      for (String name : names) {
        reachable |= pattern.matches(name);
      }
      if (!reachable) {
        return "no host belongs to the environment "
            + pattern
            + "; say which do by executor.environment.<name>"
            + (names.isEmpty() ? ", none is known" : ", known are " + names);
      }
    }
    return null;
  }

  private static boolean isId(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return id.length() <= MAX_ID_LENGTH;
  }

  /** In the order of their ids; empty if nothing is expected. */
  public List<PolicyRule> rules() {
    return rules;
  }
}
