/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class ExportersParser implements ValueParser<Set<ExporterKind>> {
  private static final ChoiceParser<ExporterKind> ONE =
      new ChoiceParser<>(ExporterKind.OTLP, ExporterKind.FILE);

  @Override
  public @Nullable Set<ExporterKind> parse(String text) {
    EnumSet<ExporterKind> kinds = EnumSet.noneOf(ExporterKind.class);
    if (text.equalsIgnoreCase("none")) {
      return kinds;
    }
    List<String> items = CommaList.split(text);
    for (String item : items) {
      ExporterKind kind = ONE.parse(item);
      if (kind == null) {
        return null;
      }
      kinds.add(kind);
    }
    return kinds.isEmpty() ? null : kinds;
  }

  @Override
  public String expected() {
    return "otlp, file, both with a comma between them, or none";
  }
}
