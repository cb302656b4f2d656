/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Warns of keys that do not exist: any in the file, and those that begin as ours do elsewhere.
 * Values are not shown, since nobody knows what they are.
 */
final class UnknownKeys {
  /** Set by Jenkins in every build; it has nothing to do with us. */
  private static final String JENKINS_VARIABLE = "EXECUTOR_NUMBER";

  private UnknownKeys() {}

  static void warn(
      Map<String, String> properties,
      Map<String, String> environment,
      List<Setting> file,
      Problems problems) {
    List<ConfigKey<?>> keys = ConfigKeys.all();
    for (Setting setting : file) {
      if (!isKnown(setting.key(), keys)) {
        warn(setting.origin(), setting.key(), NearestKey.to(setting.key(), keys), problems);
      }
    }
    for (String name : properties.keySet()) {
      if (name.startsWith("executor.") && !isKnown(name, keys)) {
        warn("system property", name, NearestKey.to(name, keys), problems);
      }
    }
    for (String variable : environment.keySet()) {
      if (variable.startsWith("EXECUTOR_") && !isKnownVariable(variable, keys)) {
        String nearest = ConfigKey.variable(NearestKey.to(dotted(variable), keys));
        warn("environment variable", variable, nearest, problems);
      }
    }
  }

  private static void warn(String origin, String key, String nearest, Problems problems) {
    problems.warning(
        origin
            + ": "
            + key
            + " is not a key of the agent and has no effect; did you mean "
            + nearest
            + "?");
  }

  private static String dotted(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private static boolean isKnown(String name, List<ConfigKey<?>> keys) {
    for (ConfigKey<?> key : keys) {
      if (key.name().equals(name) || key.member(name) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKnownVariable(String variable, List<ConfigKey<?>> keys) {
    if (variable.equals(JENKINS_VARIABLE)) {
      return true;
    }
    for (ConfigKey<?> key : keys) {
      boolean same = !key.isFamily() && key.variable().equals(variable);
      if (same || key.memberOfVariable(variable) != null) {
        return true;
      }
    }
    return false;
  }
}
