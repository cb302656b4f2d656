/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws the agent's refund from a records file: the picture in this project's README. */
final class TracePicture {
  private static final int ROW = 26;
  private static final int BAR_LEFT = 250;
  private static final int BAR_WIDTH = 150;
  private static final Map<String, String> COLOURS =
      Map.of("read", "#2f7d4f", "write", "#b4541a", "unknown", "#667085");

  private final List<AccountingRecord> spans;
  private final Instant start;
  private final long nanos;

  private TracePicture(List<AccountingRecord> spans) {
    this.spans = spans;
    start = spans.get(0).start();
    Instant end = spans.stream().map(AccountingRecord::end).max(Instant::compareTo).orElse(start);
    nanos = Math.max(1, Duration.between(start, end).toNanos());
  }

  /** Arguments: the records file, the picture to write. */
  public static void main(String[] args) throws IOException {
    List<AccountingRecord> all = RecordsFile.spans(Path.of(args[0]));
    String trace =
        all.stream()
            .filter(span -> span.name().equals("INSERT refunds"))
            .map(AccountingRecord::traceId)
            .findFirst()
            .orElseThrow();
    List<AccountingRecord> spans =
        all.stream().filter(span -> span.traceId().equals(trace)).collect(Collectors.toList());
    Files.writeString(Path.of(args[1]), new TracePicture(spans).svg());
  }

  private String svg() {
    List<String> rows = new ArrayList<>();
    rows.add(text(12, 22, "#667085", "span") + heading());
    for (int i = 0; i < spans.size(); i++) {
      rows.add(row(spans.get(i), 22 + ROW * (i + 1)));
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 980 %1$d" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="12.5">
        <rect width="980" height="%1$d" rx="8" fill="#f8fafc" stroke="#d0d5dd"/>
        %2$s
        </svg>
        """
        .formatted(ROW * (spans.size() + 1) + 14, String.join("\n", rows));
  }

  private static String heading() {
    return text(420, 22, "#667085", "executor")
        + text(580, 22, "#667085", "authority")
        + text(900, 22, "#667085", "access");
  }

  private String row(AccountingRecord span, int y) {
    long from = Duration.between(start, span.start()).toNanos() * BAR_WIDTH / nanos;
    long width = Duration.between(span.start(), span.end()).toNanos() * BAR_WIDTH / nanos;
    String colour = COLOURS.getOrDefault(span.text("executor.reach.access"), "#1f4e9c");
    String bar =
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"10\" rx=\"2\" fill=\"%s\"/>"
            .formatted(BAR_LEFT + from, y - 9, Math.max(3, width), colour);
    if (!span.leftTheJvm()) {
      return text(12, y, "#101828", span.name())
          + bar
          + text(420, y, "#1f4e9c", "initiator: " + Names.of(span, "executor.initiator"));
    }
    return text(28, y, "#101828", span.name())
        + bar
        + text(420, y, "#101828", Names.of(span, "executor"))
        + text(580, y, "#101828", Names.authority(span))
        + text(900, y, colour, span.text("executor.reach.access"));
  }

  private static String text(int x, int y, String colour, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>".formatted(x, y, colour, escaped);
  }
}
