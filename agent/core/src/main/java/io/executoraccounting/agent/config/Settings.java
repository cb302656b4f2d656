/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All that was set, in order of precedence: system property, environment, file. */
final class Settings {
  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final List<Setting> file;
  private final Problems problems;

  Settings(
      Map<String, String> properties,
      Map<String, String> environment,
      List<Setting> file,
      Problems problems) {
    this.properties = properties;
    this.environment = environment;
    this.file = file;
    this.problems = problems;
  }

  /** The value, or the default that the key has. */
  <T> T value(ConfigKey<T> key) {
    T value = optional(key);
    if (value == null) {
      throw new IllegalStateException(key.name() + " has no default");
    }
    return value;
  }

  /** The value or the default; null if there is neither. */
  <T> @Nullable T optional(ConfigKey<T> key) {
    Setting setting = find(key);
    T value = setting == null ? null : parsed(key, setting);
    return value == null && !key.defaultText().isEmpty()
        ? key.parser().parse(key.defaultText())
        : value;
  }

  /** As {@link #optional}, where the form for traces alone goes first. */
  <T> @Nullable T forTraces(ConfigKey<T> traces, ConfigKey<T> all) {
    T value = optional(traces);
    return value == null ? optional(all) : value;
  }

  boolean isSet(ConfigKey<?> key) {
    return find(key) != null;
  }

  /** The keys that begin so, in the file and among the system properties. */
  Set<String> keysUnder(String prefix) {
    Set<String> keys = new TreeSet<>();
    for (Setting setting : file) {
      addUnder(prefix, setting.key(), keys);
    }
    for (String property : properties.keySet()) {
      addUnder(prefix, property, keys);
    }
    return keys;
  }

  private static void addUnder(String prefix, String key, Set<String> keys) {
    if (key.startsWith(prefix)) {
      keys.add(key);
    }
  }

  /** Something that does not fit although each value by itself does. */
  void badValue(String line) {
    problems.badValue(line);
  }

  /** The members of a family, by what stands in place of {@code <name>}. */
  <T> Map<String, T> members(ConfigKey<T> family) {
    Map<String, T> members = new LinkedHashMap<>();
    for (Map.Entry<String, Setting> entry : found(family).entrySet()) {
      T value = parsed(family, entry.getValue());
      if (value != null) {
        members.put(entry.getKey(), value);
      }
    }
    return Collections.unmodifiableMap(members);
  }

  /**
   * What stands in place of {@code <name>} where the family is set, whether the value fits or not.
   */
  Set<String> memberNames(ConfigKey<?> family) {
    return found(family).keySet();
  }

  private Map<String, Setting> found(ConfigKey<?> family) {
    Map<String, Setting> found = new LinkedHashMap<>();
    for (Setting setting : file) {
      put(found, family.member(setting.key()), setting);
    }
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      put(
          found,
          family.memberOfVariable(entry.getKey()),
          ofVariable(entry.getKey(), entry.getValue()));
    }
    for (Map.Entry<String, String> entry : properties.entrySet()) {
      put(found, family.member(entry.getKey()), ofProperty(entry.getKey(), entry.getValue()));
    }
    return found;
  }

  /** Says that a member of a family is of no use, because another of the same name is missing. */
  void incomplete(ConfigKey<?> missing, String member, String consequence) {
    String name = missing.name().replace(ConfigKey.PLACEHOLDER, member);
    problems.badValue(name + " is missing; " + consequence);
  }

  /** Says that a member of a family contradicts another one. */
  void ambiguous(ConfigKey<?> key, String member, String why) {
    problems.badValue(key.name().replace(ConfigKey.PLACEHOLDER, member) + ": " + why);
  }

  private static void put(Map<String, Setting> found, @Nullable String member, Setting setting) {
    if (member != null && !setting.value().isEmpty()) {
      found.put(member, setting);
    }
  }

  private @Nullable Setting find(ConfigKey<?> key) {
    String property = properties.get(key.name());
    if (property != null && !property.isEmpty()) {
      return ofProperty(key.name(), property);
    }
    String variable = environment.get(key.variable());
    if (variable != null && !variable.isEmpty()) {
      return ofVariable(key.variable(), variable);
    }
    Setting last = null;
    for (Setting setting : file) {
      if (setting.key().equals(key.name()) && !setting.value().isEmpty()) {
        last = setting;
      }
    }
    return last;
  }

  private <T> @Nullable T parsed(ConfigKey<T> key, Setting setting) {
    T value = key.parser().parse(setting.value().trim());
    if (value == null) {
      problems.badValue(
          setting.origin()
              + ": "
              + setting.key()
              + "="
              + ShownValue.of(key, setting.value())
              + ": expected "
              + key.parser().expected()
              + "; "
              + key.otherwise());
    }
    return value;
  }

  private static Setting ofProperty(String name, String value) {
    return new Setting(name, value, "system property");
  }

  private static Setting ofVariable(String name, String value) {
    return new Setting(name, value, "environment variable");
  }
}
