/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Reads a file of records: OTLP JSON, one {@code ExportTraceServiceRequest} a line. */
public final class OtlpLines {
  private OtlpLines() {}

  /**
   * All spans of the file, in its order.
   *
   * @throws IOException also if a line is not a whole request
   */
  public static List<ReceivedSpan> read(Path file) throws IOException {
    List<ReceivedSpan> spans = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      spans.addAll(ReceivedSpan.of(request(line)));
    }
    return spans;
  }

  /** One line; a field that the protocol does not know is an error. */
  public static ExportTraceServiceRequest request(String line) throws IOException {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    JsonFormat.parser().merge(line, request);
    for (ResourceSpans.Builder resource : request.getResourceSpansBuilderList()) {
      for (ScopeSpans.Builder scope : resource.getScopeSpansBuilderList()) {
        for (Span.Builder span : scope.getSpansBuilderList()) {
          span.setTraceId(fromHex(span.getTraceId()));
          span.setSpanId(fromHex(span.getSpanId()));
          span.setParentSpanId(fromHex(span.getParentSpanId()));
        }
      }
    }
    return request.build();
  }

  /** OTLP writes ids in hex where protobuf's JSON mapping, and so its parser, has base 64. */
  private static ByteString fromHex(ByteString misread) {
    String hex = Base64.getEncoder().encodeToString(misread.toByteArray());
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }
}
