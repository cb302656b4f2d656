/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One key: how its value is read and what the reference says of it. A name with {@code <name>} in
 * it stands for a family of keys. Immutable.
 */
final class ConfigKey<T> {
  static final String PLACEHOLDER = "<name>";

  /** Families are ours alone: OpenTelemetry has no keys with names in them. */
  private static final String OUR_VARIABLES = "EXECUTOR_";

  private final String name;
  private final ValueParser<T> parser;
  private final String defaultText;
  private final String meaning;
  private final String advice;
  private final boolean secret;
  private final String otherwise;

  private ConfigKey(
      String name,
      ValueParser<T> parser,
      String defaultText,
      String meaning,
      String advice,
      boolean secret,
      String otherwise) {
    this.name = name;
    this.parser = parser;
    this.defaultText = defaultText;
    this.meaning = meaning;
    this.advice = advice;
    this.secret = secret;
    this.otherwise = otherwise;
  }

  /** A key whose default the parser reads like any value. */
  static <T> ConfigKey<T> withDefault(
      String name, ValueParser<T> parser, String defaultText, String meaning, String advice) {
    return new ConfigKey<>(
        name, parser, defaultText, meaning, advice, false, defaultText + " is used instead");
  }

  /** A key without a value until one is set. */
  static <T> ConfigKey<T> optional(
      String name, ValueParser<T> parser, String meaning, String advice) {
    return new ConfigKey<>(name, parser, "", meaning, advice, false, "it is left out");
  }

  /** The same key, whose value is never shown. */
  ConfigKey<T> secret() {
    return new ConfigKey<>(name, parser, defaultText, meaning, advice, true, otherwise);
  }

  /**
   * The member of this family that is called so.
   *
   * @param otherwise what becomes of a value that does not fit, as {@code it is left out}
   */
  ConfigKey<T> named(String member, String otherwise) {
    String full = name.replace(PLACEHOLDER, member);
    return new ConfigKey<>(full, parser, defaultText, meaning, advice, secret, otherwise);
  }

  /** The key by which OpenTelemetry configures traces alone; it goes before this one. */
  ConfigKey<T> forTraces() {
    String signal = name.replace("otel.exporter.otlp.", "otel.exporter.otlp.traces.");
    String text = "Goes before `" + name + "`.";
    return new ConfigKey<>(
        signal, parser, "", text, "Set it only where traces differ.", secret, otherwise);
  }

  String name() {
    return name;
  }

  ValueParser<T> parser() {
    return parser;
  }

  /** Empty if there is none. */
  String defaultText() {
    return defaultText;
  }

  String meaning() {
    return meaning;
  }

  String advice() {
    return advice;
  }

  /** What becomes of a value that does not fit. */
  String otherwise() {
    return otherwise;
  }

  boolean isSecret() {
    return secret;
  }

  boolean isFamily() {
    return name.contains(PLACEHOLDER);
  }

  String variable() {
    return variable(name);
  }

  /** The environment variable that stands for a key: upper case, everything else an underscore. */
  static String variable(String name) {
    return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** What stands in place of {@code <name>} in that key; null if it is not of this family. */
  @Nullable String member(String key) {
    int at = name.indexOf(PLACEHOLDER);
    return at < 0 ? null : between(key, name.substring(0, at), suffix(at));
  }

  /** As {@link #member}, for an environment variable; underscores become hyphens. */
  @Nullable String memberOfVariable(String variable) {
    int at = name.indexOf(PLACEHOLDER);
    // Nearly all variables are other people's, and premain looks at each for every family.
    if (at < 0 || !variable.startsWith(OUR_VARIABLES)) {
      return null;
    }
    String member = between(variable, variable(name.substring(0, at)), variable(suffix(at)));
    return member == null ? null : member.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String suffix(int at) {
    return name.substring(at + PLACEHOLDER.length());
  }

  private static @Nullable String between(String text, String prefix, String suffix) {
    boolean fits =
        text.length() > prefix.length() + suffix.length()
            && text.startsWith(prefix)
            && text.endsWith(suffix);
    return fits ? text.substring(prefix.length(), text.length() - suffix.length()) : null;
  }
}
