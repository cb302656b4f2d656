/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.examples.quickstart;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Who did what: one line a record, longer values on further lines. */
final class RecordsTable {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final List<Column> COLUMNS =
      List.of(
          new Column("when", 8),
          new Column("initiator", 13),
          new Column("executor", 18),
          new Column("authority", 22),
          new Column("scopes", 16),
          new Column("reach", 27),
          new Column("access", 6));

  private RecordsTable() {}

  static String of(List<AccountingRecord> records, ZoneId zone) {
    StringBuilder table = new StringBuilder();
    append(table, COLUMNS.stream().map(Column::title).toList());
    table
        .append(
            COLUMNS.stream()
                .map(column -> "-".repeat(column.width))
                .collect(Collectors.joining("  ")))
        .append('\n');
    for (AccountingRecord record : byTrace(records)) {
      append(
          table,
          List.of(
              TIME.format(record.start().atZone(zone)),
              typed(record, "executor.initiator"),
              typed(record, "executor"),
              Names.authority(record),
              record.list("executor.authority.scopes").stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(" ")),
              record.text("executor.reach.system") + " " + record.name(),
              record.text("executor.reach.access")));
    }
    return table.toString();
  }

  /** What belongs to one request stands together, in the order in which the requests came. */
  private static List<AccountingRecord> byTrace(List<AccountingRecord> records) {
    return records.stream()
        .collect(
            Collectors.groupingBy(
                AccountingRecord::traceId, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static String typed(AccountingRecord record, String noun) {
    String name = Names.of(record, noun);
    return name.equals("-") ? name : name + " (" + record.text(noun + ".type") + ")";
  }

  private static void append(StringBuilder table, List<String> cells) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      columns.add(Column.wrap(cells.get(i), COLUMNS.get(i).width));
    }
    int lines = columns.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < lines; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        List<String> cell = columns.get(i);
        String part = line < cell.size() ? cell.get(line) : "";
        text.append(part).append(" ".repeat(COLUMNS.get(i).width - part.length() + 2));
      }
      table.append(text.toString().stripTrailing()).append('\n');
    }
  }

  private record Column(String title, int width) {
    /** At blanks where there are any, within a word where it is too long. */
    static List<String> wrap(String text, int width) {
      List<String> lines = new ArrayList<>();
      String rest = text;
      while (rest.length() > width) {
        int blank = rest.lastIndexOf(' ', width);
        int end = blank > 0 ? blank : width;
        lines.add(rest.substring(0, end));
        rest = rest.substring(end).stripLeading();
      }
      lines.add(rest);
      return lines;
    }
  }
}
