/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a credential was made for the server that it is presented to. */
final class AudienceRule {
  private AudienceRule() {}

  /**
   * Null where it cannot be told: no audience, no host name, or an audience that names no host
   * ({@code api://orders}, a client id).
   */
  static @Nullable Boolean fits(List<String> audience, @Nullable String host) {
    if (host == null || audience.isEmpty() || isAddress(host)) {
      return null;
    }
    boolean allHosts = true;
    for (String item : audience) {
      String named = hostOf(item);
      if (host.equalsIgnoreCase(named == null ? item : named)) {
        return true;
      }
      allHosts &= named != null;
    }
    return allHosts ? false : null;
  }

  /** The host of a web URL; null for anything else. */
  private static @Nullable String hostOf(String audience) {
    int from;
    if (audience.startsWith("https://")) {
      from = 8;
    } else if (audience.startsWith("http://")) {
      from = 7;
    } else {
      return null;
    }
    int to = from;
    while (to < audience.length() && "/:?#".indexOf(audience.charAt(to)) < 0) {
      to++;
    }
    return audience.substring(from, to);
  }

  /** An address, or this very machine: whoever is behind it has other names. */
  private static boolean isAddress(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.indexOf(':') >= 0
        || (!host.isEmpty() && Character.isDigit(host.charAt(host.length() - 1)));
  }
}
