/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import org.jspecify.annotations.Nullable;

/** What a call reaches: {@code postgresql:*.prod.example.com/refunds}. Immutable. */
public final class TargetPattern {
  private final Glob system;
  private final Glob host;
  private final @Nullable Glob resource;

  /**
   * @param resource null if it is about everything on that host
   */
  TargetPattern(String system, String host, @Nullable String resource) {
    this.system = Glob.ignoringCase(system);
    this.host = Glob.ignoringCase(host);
    this.resource = resource == null ? null : Glob.ignoringCase(resource);
  }

  /**
   * Upper and lower case are the same in it, as hosts and most databases have it.
   *
   * @param host null if it is unknown: only {@code *} fits then
   * @param resource null if it is unknown; the slash that paths begin with does not count
   */
  public boolean matches(String system, @Nullable String host, @Nullable String resource) {
    return this.system.matches(system)
        && this.host.matches(host == null ? "" : host)
        && (this.resource == null || this.resource.matches(relative(resource)));
  }

  private static String relative(@Nullable String resource) {
    if (resource == null) {
      return "";
    }
    return resource.startsWith("/") ? resource.substring(1) : resource;
  }
}
