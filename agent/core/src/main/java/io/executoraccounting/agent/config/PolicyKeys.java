/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import io.executoraccounting.spi.Access;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The keys of a policy rule, first those that say which records it is about. */
final class PolicyKeys {
  static final String PREFIX = "executor.policy.";

  static final ConfigKey<Patterns<TargetPattern>> TARGET =
      ConfigKey.optional(
          "executor.policy.<name>.target",
          new PatternsParser<>(new TargetPatternParser()),
          "Which records the rule `<name>` is about, by what they reach: `executor.reach.system`,"
              + " `server.address` and `executor.reach.resource`. [How rules work](policy.md).",
          "Without `target`, `access` and `environment` a rule is about every record.");
  static final ConfigKey<Patterns<Access>> ACCESS =
      ConfigKey.optional(
          "executor.policy.<name>.access",
          new PatternsParser<>(new ChoiceParser<>(Access.values())),
          "Which records the rule is about, by `executor.reach.access`.",
          "`!read` is about all that may change something, and about calls of which that is not"
              + " known.");
  static final ConfigKey<Patterns<Glob>> ENVIRONMENT =
      ConfigKey.optional(
          "executor.policy.<name>.environment",
          new PatternsParser<>(new GlobParser("the name of an environment")),
          "Which records the rule is about, by `executor.reach.environment`.",
          "The names are those of `executor.environment.<name>`.");
  static final ConfigKey<Patterns<IdentityPattern>> EXECUTOR =
      ConfigKey.optional(
          "executor.policy.<name>.executor",
          new PatternsParser<>(IdentityPatternParser.ofExecutors()),
          "Who is expected to execute: `executor.id` and `executor.type`.",
          "People are expected by `type:human`; their ids are pseudonyms unless"
              + " `executor.human.pseudonymise=false`.");
  static final ConfigKey<Patterns<IdentityPattern>> AUTHORITY =
      ConfigKey.optional(
          "executor.policy.<name>.authority",
          new PatternsParser<>(IdentityPatternParser.ofAuthorities()),
          "Whose right is expected to be used: `executor.authority.id`, `executor.authority.type`"
              + " and `executor.authority.issuer`.",
          "`issuer:` keeps credentials of a test issuer away from production.");
  static final ConfigKey<Patterns<IdentityPattern>> INITIATOR =
      ConfigKey.optional(
          "executor.policy.<name>.initiator",
          new PatternsParser<>(IdentityPatternParser.ofInitiators()),
          "Who is expected to have set the work going: `executor.initiator.id`,"
              + " `executor.initiator.type` and `executor.initiator.issuer`.",
          "`none` stands for records without an initiator.");
  static final ConfigKey<List<Glob>> SCOPES_ALLOW =
      ConfigKey.optional(
          "executor.policy.<name>.scopes.allow",
          new ItemsParser<>(new GlobParser("a scope")),
          "The only scopes that the credential may carry: each of `executor.authority.scopes` fits"
              + " one of these.",
          "It asks that a credential can do no more than is needed, whether it does or not.");
  static final ConfigKey<List<Glob>> SCOPES_DENY =
      ConfigKey.optional(
          "executor.policy.<name>.scopes.deny",
          new ItemsParser<>(new GlobParser("a scope")),
          "Scopes that the credential must not carry: none of `executor.authority.scopes` fits one"
              + " of these.",
          "`*:admin,role:owner` finds credentials that are too strong for their work.");
  static final ConfigKey<List<Forbidden>> FORBID =
      ConfigKey.optional(
          "executor.policy.<name>.forbid",
          new ItemsParser<>(new ChoiceParser<>(Forbidden.values())),
          "Conditions that no record of the rule may meet; [each is defined](policy.md#conditions).",
          "`expired,audience_mismatch,passthrough` are hardly ever meant.");
  static final ConfigKey<Integer> MAX_DEPTH =
      ConfigKey.optional(
          "executor.policy.<name>.chain.max-depth",
          new CountParser(1, 1000),
          "How many hops `executor.chain.depth` may count at most.",
          "Count a chain that is as it should be, and take that number.");

  private PolicyKeys() {}

  static List<ConfigKey<?>> all() {
    return Collections.unmodifiableList(
        Arrays.<ConfigKey<?>>asList(
            TARGET,
            ACCESS,
            ENVIRONMENT,
            EXECUTOR,
            AUTHORITY,
            INITIATOR,
            SCOPES_ALLOW,
            SCOPES_DENY,
            FORBID,
            MAX_DEPTH));
  }
}
