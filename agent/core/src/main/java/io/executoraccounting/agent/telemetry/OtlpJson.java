/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** OTLP in JSON, one {@code ExportTraceServiceRequest} a line. */
final class OtlpJson {
  /**
   * So many spans stay below 1 MiB with 4 KiB of attributes each: the Collector's file receivers
   * tear a longer line apart.
   */
  private static final int SPANS_PER_LINE = 100;

  private OtlpJson() {}

  static byte[] lines(List<SpanData> spans) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (int from = 0; from < spans.size(); from += SPANS_PER_LINE) {
      List<SpanData> some = spans.subList(from, Math.min(from + SPANS_PER_LINE, spans.size()));
      TraceRequestMarshaler.create(some).writeJsonTo(lines);
      lines.write('\n');
    }
    return lines.toByteArray();
  }
}
