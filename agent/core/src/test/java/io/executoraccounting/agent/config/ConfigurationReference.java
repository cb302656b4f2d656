/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

/** Writes the reference of all keys. */
final class ConfigurationReference {
  private ConfigurationReference() {}

  static String text() {
    StringBuilder text = new StringBuilder();
    for (ConfigKey<?> key : ConfigKeys.all()) {
      String shown = key.defaultText().isEmpty() ? "none" : "`" + key.defaultText() + "`";
      String variable =
          key.isFamily()
              ? ConfigKey.variable(key.name().replace("<name>", "\0")).replace("\0", "<NAME>")
              : key.variable();
      text.append("### `").append(key.name()).append("`\n\n");
      text.append(key.meaning()).append("\n\n");
      text.append("- Default: ").append(shown).append('\n');
      text.append("- Value: ").append(key.parser().expected()).append('\n');
      text.append("- Environment: `").append(variable).append("`\n");
      text.append("- Advice: ").append(key.advice()).append('\n');
      if (key.isSecret()) {
        text.append("- May hold a secret: its value is never shown.\n");
      }
      text.append('\n');
    }
    return text.toString();
  }
}
