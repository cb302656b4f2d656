/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.spi.Gap;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the attributes of one span, what matters most first, and lets none out but through the
 * scrubber and the limits: strings of 256 characters, arrays of 32, the whole set of 4 KiB counted
 * in UTF-8. For one span and one thread.
 */
final class AttributeSheet {
  static final int MAX_BYTES = 4096;
  static final int MAX_CHARACTERS = 256;
  static final int MAX_ELEMENTS = 32;

  /** Kept free for what is written last: gaps, leak counter and sequence. */
  private static final int RESERVED_BYTES = 384;

  private static final int NUMBER_BYTES = 8;

  private final Scrubber scrubber;
  private final AttributesBuilder attributes = Attributes.builder();
  private final EnumSet<Gap> gaps = EnumSet.noneOf(Gap.class);
  private int bytes = RESERVED_BYTES;
  private int leaksPrevented;

  AttributeSheet(Scrubber scrubber) {
    this.scrubber = scrubber;
  }

  void gap(Gap gap) {
    gaps.add(gap);
  }

  void gaps(Iterable<Gap> more) {
    more.forEach(gaps::add);
  }

  /** A value that is one of ours, such as an enum's; null is left out. */
  void fixed(AttributeKey<String> key, @Nullable String value) {
    if (value != null && fits(key, Utf8.length(value))) {
      attributes.put(key, value);
    }
  }

  void number(AttributeKey<Long> key, long value) {
    if (fits(key, NUMBER_BYTES)) {
      attributes.put(key, value);
    }
  }

  void flag(AttributeKey<Boolean> key, @Nullable Boolean value) {
    if (value != null && fits(key, 1)) {
      attributes.put(key, value);
    }
  }

  /** A value from elsewhere that each record has: {@code unknown} where it must not be told. */
  void required(AttributeKey<String> key, String value) {
    String told = told(key.getKey(), value);
    fixed(key, told == null ? "unknown" : told);
  }

  /** A value from elsewhere; null and empty are left out. */
  void text(AttributeKey<String> key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      fixed(key, told(key.getKey(), value));
    }
  }

  /** Values from elsewhere; no array is written if there is none. */
  void texts(AttributeKey<List<String>> key, List<String> values) {
    List<String> told = told(key, values);
    if (!told.isEmpty()) {
      array(key, told);
    }
  }

  /** Values from elsewhere, where it is worth saying that there are none. */
  void textsOrNone(AttributeKey<List<String>> key, List<String> values) {
    List<String> told = told(key, values);
    if (told.isEmpty() == values.isEmpty()) {
      array(key, told);
    }
  }

  private void array(AttributeKey<List<String>> key, List<String> told) {
    int length = 0;
    for (String value : told) {
      length += Utf8.length(value);
    }
    if (fits(key, length)) {
      attributes.put(key, told);
    }
  }

  private List<String> told(AttributeKey<List<String>> key, List<String> values) {
    List<String> told = new ArrayList<>(Math.min(values.size(), MAX_ELEMENTS));
    for (String value : values) {
      if (told.size() == MAX_ELEMENTS) {
        gaps.add(Gap.VALUE_TRUNCATED);
        break;
      }
      String one = told(key.getKey(), value);
      if (one != null) {
        told.add(one);
      }
    }
    return told;
  }

  /** Columns of one table: equally long, and all of them or none. Cells that leak become empty. */
  void table(List<AttributeKey<List<String>>> keys, List<List<String>> columns) {
    List<List<String>> told = new ArrayList<>(columns.size());
    int length = 0;
    for (int i = 0; i < columns.size(); i++) {
      String key = keys.get(i).getKey();
      List<String> column = new ArrayList<>(columns.get(i).size());
      length += key.length();
      for (String value : columns.get(i)) {
        String cell = told(key, value);
        column.add(cell == null ? "" : cell);
        length += cell == null ? 0 : Utf8.length(cell);
      }
      told.add(column);
    }
    if (fits(length)) {
      for (int i = 0; i < told.size(); i++) {
        attributes.put(keys.get(i), told.get(i));
      }
    }
  }

  /** As it may be told: cut, without control characters; null if it looks like a secret. */
  private @Nullable String told(String key, String value) {
    if (scrubber.isSecret(key, value)) {
      leaksPrevented++;
      return null;
    }
    if (value.length() > MAX_CHARACTERS) {
      gaps.add(Gap.VALUE_TRUNCATED);
    }
    return PlainText.of(value, MAX_CHARACTERS);
  }

  /** A span's name, which is under the same rules. */
  String name(String name, String otherwise) {
    String told = told("name", name);
    return told == null || told.isEmpty() ? otherwise : told;
  }

  private boolean fits(AttributeKey<?> key, int valueBytes) {
    return fits(key.getKey().length() + valueBytes);
  }

  private boolean fits(int more) {
    if (bytes + more > MAX_BYTES) {
      gaps.add(Gap.BUDGET_EXCEEDED);
      return false;
    }
    bytes += more;
    return true;
  }

  /** Ends the sheet of an accounting record. */
  Attributes finish(long sequence) {
    attributes.put(ExecutorKeys.RECORD_SEQUENCE, sequence);
    return finish();
  }

  /** Ends the sheet; what was cut or dropped on the way is said. */
  Attributes finish() {
    if (leaksPrevented > 0) {
      attributes.put(ExecutorKeys.LEAK_PREVENTED, (long) leaksPrevented);
    }
    if (!gaps.isEmpty()) {
      List<String> values = new ArrayList<>(gaps.size());
      for (Gap gap : gaps) {
        values.add(gap.value());
      }
      attributes.put(ExecutorKeys.GAPS, values);
    }
    return attributes.build();
  }
}
