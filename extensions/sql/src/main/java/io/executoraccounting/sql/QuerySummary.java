/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code db.query.summary}: operations and targets in their order, parted by spaces, never cut
 * within one. Source: OpenTelemetry semantic conventions 1.45, database spans, "Generating a
 * summary of the query".
 */
final class QuerySummary {
  private static final int LONGEST = 255;

  private final StringBuilder text = new StringBuilder();
  private boolean full;

  void add(List<String> parts) {
    for (String part : parts) {
      int space = text.length() == 0 ? 0 : 1;
      if (full || text.length() + space + part.length() > LONGEST) {
        full = true;
        return;
      }
      if (space == 1) {
        text.append(' ');
      }
      text.append(part);
    }
  }

  @Nullable String text() {
    return text.length() == 0 ? null : text.toString();
  }

  /** A target as the summary writes it: in quotes where it would read as more than one word. */
  static String target(String name) {
    return name.indexOf(' ') < 0 ? name : '"' + name + '"';
  }
}
