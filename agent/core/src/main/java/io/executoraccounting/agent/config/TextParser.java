/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

/** Any text. */
final class TextParser implements ValueParser<String> {
  private final String expected;

  TextParser(String expected) {
    this.expected = expected;
  }

  @Override
  public String parse(String text) {
    return text;
  }

  @Override
  public String expected() {
    return expected;
  }
}
