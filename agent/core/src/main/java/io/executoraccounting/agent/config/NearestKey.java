/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.List;

/** Finds the key that somebody who misspelt one most likely meant. */
final class NearestKey {
  private NearestKey() {}

  static String to(String unknown, List<ConfigKey<?>> keys) {
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (ConfigKey<?> key : keys) {
      int distance = distance(unknown, spelled(key, unknown));
      if (distance < least) {
        least = distance;
        nearest = key.name();
      }
    }
    return nearest;
  }

  /** A family's name with the member that the unknown key seems to be about. */
  private static String spelled(ConfigKey<?> key, String unknown) {
    int at = key.name().indexOf(ConfigKey.PLACEHOLDER);
    if (at < 0 || unknown.length() <= at) {
      return key.name();
    }
    int end = unknown.indexOf('.', at);
    String member = unknown.substring(at, end < 0 ? unknown.length() : end);
    return key.name().replace(ConfigKey.PLACEHOLDER, member);
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
      }
      int[] swap = previous;
      previous = row;
      row = swap;
    }
    return previous[b.length()];
  }
}
