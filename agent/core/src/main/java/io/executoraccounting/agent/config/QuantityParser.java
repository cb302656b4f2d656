/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A whole number and a unit, given in the smallest unit: bytes or milliseconds. */
final class QuantityParser implements ValueParser<Long> {
  private final String noun;
  private final String minimumText;
  private final String[] units;
  private final long[] factors;
  private final long minimum;

  private QuantityParser(
      String noun, String minimumText, String[] units, long[] factors, long minimum) {
    this.noun = noun;
    this.minimumText = minimumText;
    this.units = units;
    this.factors = factors;
    this.minimum = minimum;
  }

  /** A size in bytes; units count in steps of 1024. */
  static QuantityParser size(String minimumText, long minimumBytes) {
    String[] units = {"GB", "MB", "KB", "B"};
    long[] factors = {1L << 30, 1L << 20, 1L << 10, 1L};
    return new QuantityParser("a size", minimumText, units, factors, minimumBytes);
  }

  /** A duration in milliseconds; a number without a unit is milliseconds, as in OpenTelemetry. */
  static QuantityParser duration(String minimumText, long minimumMillis) {
    String[] units = {"MS", "S", "M", "H", "D"};
    long[] factors = {1L, 1_000L, 60_000L, 3_600_000L, 86_400_000L};
    return new QuantityParser("a duration", minimumText, units, factors, minimumMillis);
  }

  @Override
  public @Nullable Long parse(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    for (int i = 0; i < units.length; i++) {
      if (upper.endsWith(units[i])) {
        String number = upper.substring(0, upper.length() - units[i].length()).trim();
        return scaled(number, factors[i]);
      }
    }
    return scaled(upper, 1L);
  }

  private @Nullable Long scaled(String number, long factor) {
    try {
      long value = Math.multiplyExact(Long.parseLong(number), factor);
      return value < minimum ? null : value;
    } catch (NumberFormatException | ArithmeticException e) {
      return null;
    }
  }

  @Override
  public String expected() {
    StringBuilder text = new StringBuilder(noun).append(" of at least ").append(minimumText);
    text.append(", with one of the units");
    for (String unit : units) {
      text.append(' ').append(noun.endsWith("size") ? unit : unit.toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }
}
