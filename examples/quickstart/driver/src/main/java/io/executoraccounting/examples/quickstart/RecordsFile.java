/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.examples.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads OTLP JSON, one {@code ExportTraceServiceRequest} a line: any JSON library will do. */
final class RecordsFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordsFile() {}

  /** What left the service's JVM, oldest first; empty while there is no file. */
  static List<AccountingRecord> read(Path file) throws IOException {
    List<AccountingRecord> records = spans(file);
    records.removeIf(record -> !record.leftTheJvm());
    return records;
  }

  /** The spans of inbound requests as well. */
  static List<AccountingRecord> spans(Path file) throws IOException {
    List<AccountingRecord> records = new ArrayList<>();
    if (Files.notExists(file)) {
      return records;
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    // The last line may still be being written.
    String complete = text.substring(0, text.lastIndexOf('\n') + 1);
    for (String line : complete.lines().toList()) {
      for (JsonNode span : JSON.readTree(line).findValues("spans")) {
        span.forEach(one -> records.add(record(one)));
      }
    }
    records.sort(Comparator.comparing(AccountingRecord::start));
    return records;
  }

  private static AccountingRecord record(JsonNode span) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (JsonNode attribute : span.path("attributes")) {
      attributes.put(attribute.path("key").asString(), value(attribute.path("value")));
    }
    return new AccountingRecord(
        span.path("traceId").asString(),
        span.path("name").asString(),
        time(span.path("startTimeUnixNano")),
        time(span.path("endTimeUnixNano")),
        attributes);
  }

  private static Instant time(JsonNode nanos) {
    return Instant.EPOCH.plusNanos(nanos.asLong());
  }

  private static Object value(JsonNode value) {
    if (value.has("arrayValue")) {
      List<Object> values = new ArrayList<>();
      value.path("arrayValue").path("values").forEach(one -> values.add(value(one)));
      return values;
    }
    if (value.has("intValue")) {
      return Long.valueOf(value.path("intValue").asString());
    }
    return value.has("boolValue")
        ? (Object) value.path("boolValue").asBoolean()
        : value.path("stringValue").asString();
  }
}
