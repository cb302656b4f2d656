/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.agent.attribution.CompletedOrigin;
import io.executoraccounting.agent.attribution.Relation;
import io.executoraccounting.agent.attribution.ThreadFacts;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameOrigin;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.Verification;
import io.executoraccounting.spi.Via;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanMakerTest {
  private static final TraceContext APPLICATION = new TraceContext(1, 1, 0xa, (byte) 1);
  private static final TraceContext MESSAGE = new TraceContext(2, 2, 0xb, (byte) 0);
  private static final TraceContext ORIGIN = new TraceContext(3, 3, 0xc, (byte) 1);
  private static final TraceContext INCOMING = new TraceContext(4, 4, 0xd, (byte) 1);

  private final SpanMaker spans = Pipelines.spans(Samples::plain);

  private SpanData record(TraceContext application, TraceContext message, FrameOrigin origin) {
    OutboundCall call = OutboundCall.builder("http", "GET /").traceContext(message).build();
    ThreadFacts thread = new ThreadFacts(null, origin, List.of(), false);
    return spans.record(
        new CompletedCall(
            call, CallOutcome.RETURNED, thread, application, Samples.START, Samples.END),
        1);
  }

  private static FrameOrigin origin(TraceContext incoming, TraceContext own) {
    FrameOrigin origin = new FrameOrigin(incoming, Samples.START);
    if (own != null) {
      origin.span(own);
    }
    return origin;
  }

  @Test
  void applicationsSpanIsTheFirstChoiceOfParent() {
    SpanData span = record(APPLICATION, MESSAGE, origin(INCOMING, ORIGIN));
    assertThat(span.getParentSpanId()).isEqualTo("000000000000000a");
    assertThat(span.getTraceId()).isEqualTo("00000000000000010000000000000001");
  }

  @Test
  void messagesTraceContextIsTheNextChoice() {
    assertThat(record(null, MESSAGE, origin(INCOMING, ORIGIN)).getParentSpanId())
        .isEqualTo("000000000000000b");
  }

  @Test
  void originsOwnSpanComesBeforeWhatArrivedWithIt() {
    assertThat(record(null, null, origin(INCOMING, ORIGIN)).getParentSpanId())
        .isEqualTo("000000000000000c");
  }

  @Test
  void whatArrivedWithTheOriginIsTheLastChoice() {
    assertThat(record(null, null, origin(INCOMING, null)).getParentSpanId())
        .isEqualTo("000000000000000d");
  }

  @Test
  void aCallThatNobodyTracesBeginsATrace() {
    SpanData span = record(null, null, null);
    assertThat(span.getParentSpanContext().isValid()).isFalse();
    assertThat(span.getSpanContext().isValid()).isTrue();
  }

  @Test
  void anUnsampledParentStillGetsARecord() {
    assertThat(record(null, MESSAGE, null).getSpanContext().isSampled()).isTrue();
  }

  private static String authoritySession(String ofCredential, String ofExecutor) {
    SpanMaker maker =
        Pipelines.spans(
            call ->
                new AccountingRecord(
                    call,
                    ExecutorIdentity.agent("deployer").withSessionId(ofExecutor),
                    new AccountingRecord.Authority(
                        "arn:aws:sts::123456789012:assumed-role/deployer",
                        IdentityType.CLOUD_ROLE,
                        AuthoritySource.CALL,
                        CredentialUse.builder(CredentialKind.AWS_SIGV4_SESSION)
                            .sessionId(ofCredential)
                            .build(),
                        List.of(),
                        null),
                    null,
                    Relation.AUTONOMOUS,
                    List.of(),
                    null,
                    Verification.INFERRED,
                    EnumSet.noneOf(Gap.class)));
    return maker
        .record(Samples.call("PUT /"), 1)
        .getAttributes()
        .get(AttributeKey.stringKey("executor.authority.session.id"));
  }

  @Test
  void sessionOfARoleIsToldWhereItIsNotTheExecutors() {
    assertThat(authoritySession("deploy-1", "run-7")).isEqualTo("deploy-1");
    assertThat(authoritySession("run-7", "run-7")).isNull();
  }

  @Test
  void aRequestIsAServerSpanThatNamesItsInitiatorAndHasNoNumber() {
    ThreadFacts thread =
        new ThreadFacts(
            InboundCall.request("POST /tickets", CredentialUse.NONE).withMethod("POST"),
            origin(null, ORIGIN),
            List.of(),
            false);
    SpanData span =
        spans.origin(
            new CompletedOrigin(
                thread,
                "POST /tickets",
                ORIGIN,
                INCOMING,
                CallOutcome.httpStatus(200),
                Samples.START,
                Samples.END));
    assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(span.getName()).isEqualTo("POST /tickets");
    assertThat(span.getSpanId()).isEqualTo("000000000000000c");
    assertThat(span.getParentSpanId()).isEqualTo("000000000000000d");
    assertThat(span.getAttributes().get(ExecutorKeys.INITIATOR_ID)).startsWith("p1:");
    assertThat(span.getAttributes().get(ExecutorKeys.RECORD_SEQUENCE)).isNull();
    assertThat(span.getAttributes().get(ExecutorKeys.VERIFICATION)).isEqualTo("app_verified");
    assertThat(span.getAttributes().get(AttributeKey.stringKey("http.request.method")))
        .isEqualTo("POST");
    assertThat(span.getAttributes().get(ExecutorKeys.GAPS)).containsExactly("value_truncated");
    assertThat(span.getEvents()).isEmpty();
  }

  @Test
  void aRecordOfNoChangeHasNoEvent() {
    SpanData span = spans.record(Samples.call("GET /"), 1);
    assertThat(span.getEvents()).isEmpty();
    assertThat(span.getTotalRecordedEvents()).isZero();
    assertThat(span.getAttributes().get(ExecutorKeys.CHANGE_KIND)).isNull();
  }

  @Test
  void aChangeIsCountedAmongTheEvents() {
    SpanData span = Pipelines.spans(Samples::rich).record(Samples.richCall(), 1);
    assertThat(span.getTotalRecordedEvents()).isEqualTo(1);
    assertThat(span.getEvents()).hasSize(1);
  }

  @Test
  void anAgentsRunIsAnInternalSpanThatNamesTheAgent() {
    ExecutorIdentity bot = ExecutorIdentity.agent("support-bot");
    ThreadFacts thread =
        new ThreadFacts(
            null,
            origin(null, ORIGIN),
            List.of(new ThreadFacts.ActingIdentity(bot, Via.AGENT)),
            false);
    SpanData span =
        spans.origin(
            new CompletedOrigin(
                thread,
                "support-bot",
                ORIGIN,
                null,
                CallOutcome.failed("java.io.IOException"),
                Samples.START,
                Samples.END));
    assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(span.getAttributes().get(ExecutorKeys.ID)).isEqualTo("agent:support-bot");
    assertThat(span.getAttributes().get(ExecutorKeys.GEN_AI_AGENT_NAME)).isEqualTo("support-bot");
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void aNameThatLooksLikeASecretIsReplacedByTheSystem() {
    SpanData span = spans.record(Samples.call("GET /?token=ghp_0123456789abcdef0123"), 1);
    assertThat(span.getName()).isEqualTo("http");
    assertThat(span.getAttributes().get(ExecutorKeys.LEAK_PREVENTED)).isEqualTo(1);
  }
}
