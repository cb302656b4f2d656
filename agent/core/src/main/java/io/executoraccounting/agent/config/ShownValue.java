/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

/** A value as a log line may show it. */
final class ShownValue {
  private static final int MAX_LENGTH = 80;

  private ShownValue() {}

  static String of(ConfigKey<?> key, String value) {
    if (key.isSecret()) {
      return "(hidden)";
    }
    StringBuilder shown = new StringBuilder();
    String safe = withoutUserInfo(value);
    for (int i = 0; i < Math.min(safe.length(), MAX_LENGTH); i++) {
      char c = safe.charAt(i);
      shown.append(Character.isISOControl(c) ? '?' : c);
    }
    return safe.length() > MAX_LENGTH ? shown.append('…').toString() : shown.toString();
  }

  /** A URL somebody put a password or a token into is not shown with it. */
  private static String withoutUserInfo(String value) {
    int at = value.lastIndexOf('@');
    int slashes = value.indexOf("//");
    String shown = value;
    if (at >= 0) {
      shown =
          (slashes >= 0 && slashes < at ? value.substring(0, slashes + 2) : "")
              + "(hidden)"
              + value.substring(at);
    }
    int query = shown.indexOf('?');
    return query < 0 ? shown : shown.substring(0, query) + "?(hidden)";
  }
}
