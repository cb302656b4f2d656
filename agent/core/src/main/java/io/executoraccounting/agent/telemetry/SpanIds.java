/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.bootstrap.TraceContext;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;

/** Trace and span ids in OpenTelemetry's terms. */
final class SpanIds {
  private static final IdGenerator RANDOM = IdGenerator.random();

  private SpanIds() {}

  /** The context of a parent; invalid, as the root of a trace has it, if there is none. */
  static SpanContext parent(@Nullable TraceContext parent) {
    return parent == null
        ? SpanContext.getInvalid()
        : SpanContext.createFromRemoteParent(
            traceId(parent),
            SpanId.fromLong(parent.spanId()),
            TraceFlags.fromByte(parent.flags()),
            TraceState.getDefault());
  }

  /** A new span in the trace of its parent, or in a new trace. */
  static SpanContext childOf(SpanContext parent) {
    String traceId = parent.isValid() ? parent.getTraceId() : RANDOM.generateTraceId();
    return SpanContext.create(
        traceId, RANDOM.generateSpanId(), TraceFlags.getSampled(), TraceState.getDefault());
  }

  /** A span whose ids are given. */
  static SpanContext own(TraceContext span) {
    return SpanContext.create(
        traceId(span),
        SpanId.fromLong(span.spanId()),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }

  private static String traceId(TraceContext context) {
    return TraceId.fromLongs(context.traceIdHigh(), context.traceIdLow());
  }
}
