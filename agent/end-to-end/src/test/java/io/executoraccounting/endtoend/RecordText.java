/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Records as text, every field on a line; what differs in each run is replaced by its kind. */
public final class RecordText {
  private static final Map<String, String> VARYING =
      Map.of(
          "h1:[0-9A-Za-z_-]+:[0-9A-Za-z_-]{22}", "<fingerprint>",
          "127\\.0\\.0\\.1:\\d+", "127.0.0.1:<port>",
          "\\.com:\\d+", ".com:<port>",
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<uuid>");

  private final Map<String, String> known = new LinkedHashMap<>();

  /** Calls that value by this name wherever it is. */
  public RecordText naming(String value, String name) {
    known.put(value, "<" + name + ">");
    return this;
  }

  /** Sorted by name, for calls on pools end when they will; the same record stands there once. */
  public String of(List<ReceivedSpan> records) {
    return records.stream()
        .sorted(Comparator.comparing(ReceivedSpan::name))
        .map(this::of)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private String of(ReceivedSpan record) {
    StringBuilder text = new StringBuilder("# ").append(record.name()).append('\n');
    new TreeMap<>(record.attributes())
        .forEach(
            (key, value) -> text.append(key).append(" = ").append(shown(key, value)).append('\n'));
    return text.toString();
  }

  private String shown(String key, Object value) {
    switch (key) {
      case "executor.record.sequence":
      case "server.port":
        return "<number>";
      case "executor.credential.expires_at":
        return (long) value > 1_700_000_000 ? "<seconds>" : String.valueOf(value);
      case "executor.chain.digest":
        return "<digest>";
      default:
        String text = String.valueOf(value);
        for (Map.Entry<String, String> one : known.entrySet()) {
          text = text.replace(one.getKey(), one.getValue());
        }
        for (Map.Entry<String, String> one : VARYING.entrySet()) {
          text = text.replaceAll(one.getKey(), one.getValue());
        }
        return text;
    }
  }

  public static String traceId(ReceivedSpan span) {
    return HexFormat.of().formatHex(span.span().getTraceId().toByteArray());
  }
}
