/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import org.jspecify.annotations.Nullable;

/**
 * The settings of one rule. A rule with one bad value is left out as a whole: without its target,
 * say, it would be about records that nobody meant.
 */
final class RuleSettings {
  private final Settings settings;
  private final String id;
  private boolean bad;

  RuleSettings(Settings settings, String id) {
    this.settings = settings;
    this.id = id;
  }

  <T> @Nullable T optional(ConfigKey<T> family) {
    ConfigKey<T> key = family.named(id, "the rule " + id + " is left out");
    T value = settings.optional(key);
    bad |= value == null && settings.isSet(key);
    return value;
  }

  /** Whether a value that was asked for does not fit. */
  boolean hasBadValue() {
    return bad;
  }

  /** A key below the rule's that does not exist, null if there is none. */
  @Nullable String unknownKey() {
    String prefix = PolicyKeys.PREFIX + id + '.';
    for (String key : settings.keysUnder(prefix)) {
      if (!isKnown(key)) {
        return key;
      }
    }
    return null;
  }

  private static boolean isKnown(String key) {
    for (ConfigKey<?> family : PolicyKeys.all()) {
      if (family.member(key) != null) {
        return true;
      }
    }
    return false;
  }
}
