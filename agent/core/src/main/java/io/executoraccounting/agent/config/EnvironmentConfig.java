/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which hosts belong to which environment. Immutable. */
public final class EnvironmentConfig {
  static final ConfigKey<List<Glob>> HOSTS =
      ConfigKey.optional(
          "executor.environment.<name>",
          new HostPatternsParser(),
          "Hosts that belong to the environment `<name>`, as `*.prod.example.com,10.0.*`. Of several"
              + " patterns that fit, the one with the most characters spelled out decides.",
          "Name production at least: a record then says when a test identity reached it.");

  private final Map<String, List<Glob>> environments;

  private EnvironmentConfig(Map<String, List<Glob>> environments) {
    this.environments = environments;
  }

  static EnvironmentConfig read(Settings settings) {
    return new EnvironmentConfig(settings.members(HOSTS));
  }

  /** The environments that have a host pattern. */
  public Set<String> names() {
    return environments.keySet();
  }

  /** The environment of that host; null if no pattern fits or there is no host. Never throws. */
  public @Nullable String of(@Nullable String host) {
    if (host == null || environments.isEmpty()) {
      return null;
    }
    String best = null;
    int weight = -1;
    for (Map.Entry<String, List<Glob>> environment : environments.entrySet()) {
      for (Glob pattern : environment.getValue()) {
        if (pattern.weight() > weight && pattern.matches(host)) {
          best = environment.getKey();
          weight = pattern.weight();
        }
      }
    }
    return best;
  }
}
