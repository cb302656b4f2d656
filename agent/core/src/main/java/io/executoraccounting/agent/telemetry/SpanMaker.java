/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.Attribution;
import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.agent.attribution.CompletedOrigin;
import io.executoraccounting.agent.attribution.OriginRecord;
import io.executoraccounting.agent.attribution.RecordStage;
import io.executoraccounting.agent.attribution.ThreadFacts;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameOrigin;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.InboundCall;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes spans: of records, of what set them going, and of what is missing. */
final class SpanMaker {
  private static final AttributeKey<String> HTTP_METHOD =
      AttributeKey.stringKey("http.request.method");

  private final Attribution attribution;
  private final List<RecordStage> stages;
  private final RecordEncoder encoder;
  private final Scrubber scrubber;
  private final RecordSpan.Frame frame;

  SpanMaker(
      Attribution attribution,
      List<RecordStage> stages,
      Scrubber scrubber,
      RecordSpan.Frame frame) {
    this.attribution = attribution;
    this.stages = stages;
    this.encoder = new RecordEncoder(attribution);
    this.scrubber = scrubber;
    this.frame = frame;
  }

  SpanData record(CompletedCall call, long sequence) {
    AccountingRecord record = attribution.attribute(call);
    for (RecordStage stage : stages) {
      record = stage.apply(record);
    }
    AttributeSheet sheet = new AttributeSheet(scrubber);
    encoder.encode(record, sheet);
    String name = sheet.name(call.call().summary(), call.call().system());
    SpanContext parent = SpanIds.parent(parentOf(call));
    return new RecordSpan(
        frame,
        name,
        SpanKind.CLIENT,
        SpanIds.childOf(parent),
        parent,
        status(call.outcome()),
        call.startEpochNanos(),
        call.endEpochNanos(),
        sheet.finish(sequence),
        changed(record));
  }

  /**
   * What the change says as attributes, once more as an event: some backends search those alone.
   */
  private List<EventData> changed(AccountingRecord record) {
    if (record.change() == null) {
      return Collections.emptyList();
    }
    AttributeSheet sheet = new AttributeSheet(scrubber);
    RecordEncoder.change(record.change(), sheet);
    return Collections.singletonList(
        EventData.create(record.completed().startEpochNanos(), "executor.changed", sheet.finish()));
  }

  /** The application's own span knows best; what the message says comes next, then the origin. */
  private static @Nullable TraceContext parentOf(CompletedCall call) {
    TraceContext parent = call.applicationSpan();
    if (parent == null) {
      parent = call.call().traceContext();
    }
    FrameOrigin origin = call.thread().origin();
    if (parent == null && origin != null) {
      parent = origin.span() == null ? origin.incoming() : origin.span();
    }
    return parent;
  }

  SpanData origin(CompletedOrigin origin) {
    ThreadFacts thread = origin.thread();
    AttributeSheet sheet = new AttributeSheet(scrubber);
    List<ThreadFacts.ActingIdentity> acting = thread.acting();
    if (!acting.isEmpty()) {
      ExecutorIdentity identity = acting.get(acting.size() - 1).identity();
      sheet.required(ExecutorKeys.ID, identity.id());
      sheet.fixed(ExecutorKeys.TYPE, identity.type().value());
      RecordEncoder.agent(identity, sheet);
    }
    OriginRecord known = attribution.origin(thread);
    RecordEncoder.initiator(known.initiator(), sheet);
    sheet.fixed(ExecutorKeys.VERIFICATION, known.verification().value());
    sheet.gaps(known.gaps());
    InboundCall inbound = thread.inbound();
    sheet.text(HTTP_METHOD, inbound == null ? null : inbound.method());
    sheet.text(ExecutorKeys.ERROR_TYPE, origin.outcome().errorType());
    RecordEncoder.conventions(origin.outcome().conventions(), sheet);
    return new RecordSpan(
        frame,
        sheet.name(origin.summary(), "request"),
        inbound == null ? SpanKind.INTERNAL : SpanKind.SERVER,
        SpanIds.own(origin.span()),
        SpanIds.parent(origin.parent()),
        status(origin.outcome()),
        origin.startEpochNanos(),
        origin.endEpochNanos(),
        sheet.finish(),
        Collections.emptyList());
  }

  SpanData gap(LostRecords lost) {
    AttributeSheet sheet = new AttributeSheet(scrubber);
    sheet.number(ExecutorKeys.DROPPED, lost.count());
    sheet.number(ExecutorKeys.DROPPED_FIRST, lost.firstSequence());
    sheet.number(ExecutorKeys.DROPPED_LAST, lost.lastSequence());
    sheet.fixed(ExecutorKeys.DROPPED_REASON, lost.reason().value());
    sheet.gap(Gap.RECORDS_DROPPED);
    return new RecordSpan(
        frame,
        "records dropped",
        SpanKind.INTERNAL,
        SpanIds.childOf(SpanContext.getInvalid()),
        SpanContext.getInvalid(),
        StatusData.error(),
        lost.fromEpochNanos(),
        lost.toEpochNanos(),
        sheet.finish(),
        Collections.emptyList());
  }

  private static StatusData status(CallOutcome outcome) {
    return outcome.errorType() == null ? StatusData.unset() : StatusData.error();
  }
}
