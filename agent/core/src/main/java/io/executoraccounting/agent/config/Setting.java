/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

/** A value as somebody wrote it, and where. Immutable. */
final class Setting {
  private final String key;
  private final String value;
  private final String origin;

  Setting(String key, String value, String origin) {
    this.key = key;
    this.value = value;
    this.origin = origin;
  }

  String key() {
    return key;
  }

  String value() {
    return value;
  }

  /** {@code file:line}, or which property or variable. */
  String origin() {
    return origin;
  }
}
