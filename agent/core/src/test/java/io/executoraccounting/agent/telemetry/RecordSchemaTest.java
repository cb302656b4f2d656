/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.otlp.OtlpReceiver;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record with everything in it, as an OTLP backend gets it. */
class RecordSchemaTest {
  private static final Map<String, Object> CHANGE =
      Map.of(
          "executor.change.kind", "exchange",
          "executor.change.previous_id", "p1:BBBBBBBBBBBBBBBBBBBBBB",
          "executor.change.previous_fingerprint", "h1:k1:CCCCCCCCCCCCCCCCCCCCCC");

  private static OtlpReceiver receiver;
  private static ReceivedSpan received;

  @BeforeAll
  static void sendOne(@TempDir Path directory) throws Exception {
    receiver = OtlpReceiver.start();
    try (TestPipeline pipeline =
        TestPipeline.start(
            Samples::rich,
            directory,
            "otel.exporter.otlp.endpoint=" + receiver.endpoint(),
            "otel.resource.attributes=deployment.environment.name=prod")) {
      pipeline.accept(Samples.richCall());
      received = receiver.spans().await(1, Duration.ofSeconds(20)).get(0);
    }
  }

  @AfterAll
  static void stop() {
    receiver.close();
  }

  @Test
  void hasTheAttributesOfTheSchemaAndNoOthers() {
    Map<String, Object> expected = new TreeMap<>();
    expected.put("executor.id", "agent:support-bot");
    expected.put("executor.type", "ai_agent");
    expected.put("executor.name", "support-bot");
    expected.put("executor.session.id", "run-7");
    expected.put("executor.agent.framework", "langchain4j");
    expected.put("executor.agent.tool", "closeTicket");
    expected.put("gen_ai.agent.id", "agent:support-bot");
    expected.put("gen_ai.agent.name", "support-bot");
    expected.put("gen_ai.tool.name", "closeTicket");
    expected.put("executor.authority.id", "oauth:https://idp.example#shop");
    expected.put("executor.authority.type", "service_account");
    expected.put("executor.authority.issuer", "https://idp.example");
    expected.put("executor.authority.tenant", "acme");
    expected.put("executor.authority.audience", List.of("https://api.example"));
    expected.put("executor.authority.audience.match", true);
    expected.put("executor.authority.scopes", List.of("tickets:read", "tickets:write"));
    expected.put("executor.authority.scopes.source", "token_claim");
    expected.put("executor.authority.scopes.inherited", List.of("tickets:read"));
    expected.put("executor.authority.scopes.requested", List.of("tickets:admin"));
    expected.put("executor.authority.scopes.required", List.of("tickets:close"));
    expected.put("executor.authority.scopes.effective", List.of());
    expected.put("executor.authority.source", "call");
    expected.put("executor.credential.kind", "dpop_jwt");
    expected.put("executor.credential.id", "jti-1");
    expected.put("executor.credential.fingerprint", "h1:k1:AAAAAAAAAAAAAAAAAAAAAA");
    expected.put("executor.credential.expires_at", 1_800_000_300L);
    expected.put("executor.credential.expired", false);
    expected.put("executor.credential.long_lived", false);
    expected.put("executor.credential.bound", "dpop");
    expected.put("executor.credential.provider", "spring-oauth2");
    expected.put("executor.initiator.id", "p1:BBBBBBBBBBBBBBBBBBBBBB");
    expected.put("executor.initiator.type", "human");
    expected.put("executor.initiator.issuer", "https://idp.example");
    expected.put("executor.initiator.relation", "delegated");
    expected.put("executor.policy.violations", List.of("refunds"));
    expected.put("executor.chain.ids", List.of("p1:BBBBBBBBBBBBBBBBBBBBBB", "agent:support-bot"));
    expected.put("executor.chain.types", List.of("human", "ai_agent"));
    expected.put("executor.chain.via", List.of("request", "act_claim"));
    expected.put("executor.chain.fingerprints", List.of("h1:k1:x", ""));
    expected.put("executor.chain.depth", 2L);
    expected.put("executor.chain.digest", "h1:k1:digest-of-2");
    expected.putAll(CHANGE);
    expected.put("executor.reach.system", "http");
    expected.put("executor.reach.resource", "/tickets/{id}");
    expected.put("executor.reach.operation", "POST");
    expected.put("executor.reach.account", "acme-prod");
    expected.put("executor.reach.region", "eu-west-1");
    expected.put("executor.reach.environment", "production");
    expected.put("executor.reach.access", "write");
    expected.put("executor.verification", "app_verified");
    expected.put("executor.gaps", List.of("scopes_opaque"));
    expected.put("executor.record.sequence", 1L);
    expected.put("server.address", "tickets.prod.example");
    expected.put("server.port", 8443L);
    expected.put("http.request.method", "POST");
    expected.put("http.response.status_code", 503L);
    expected.put("url.scheme", "https");
    expected.put("network.connected", true);
    expected.put("error.type", "503");
    assertThat(new TreeMap<>(received.attributes())).isEqualTo(expected);
  }

  @Test
  void hasAnEventThatSaysWhatChanged() {
    assertThat(received.event("executor.changed")).isEqualTo(CHANGE);
    assertThat(received.span().getEvents(0).getTimeUnixNano()).isEqualTo(Samples.START);
  }

  @Test
  void isAClientSpanOfTheApplicationsTrace() {
    Span span = received.span();
    assertThat(span.getName()).isEqualTo("POST /tickets/{id}");
    assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(span.getTraceId().toByteArray())
        .isEqualTo(new byte[] {0, 0, 0, 0, 0, 0, 0x11, 0x11, 0, 0, 0, 0, 0, 0, 0x22, 0x22});
    assertThat(span.getParentSpanId().toByteArray())
        .isEqualTo(new byte[] {0, 0, 0, 0, 0, 0, 0x33, 0x33});
    assertThat(span.getSpanId()).isNotEqualTo(span.getParentSpanId());
    assertThat(span.getStartTimeUnixNano()).isEqualTo(Samples.START);
    assertThat(span.getEndTimeUnixNano()).isEqualTo(Samples.END);
  }

  @Test
  void namesTheSchemaOnceForAllRecords() {
    assertThat(received.scope().getName()).isEqualTo("io.executoraccounting");
    assertThat(received.scopeAttributes()).isEqualTo(Map.of("executor.schema.version", "1"));
  }

  @Test
  void namesServiceInstanceAndAgent() {
    assertThat(received.resourceAttributes())
        .containsEntry("service.name", "orders")
        .containsEntry("deployment.environment.name", "prod")
        .containsEntry("telemetry.distro.name", "executor-accounting")
        .containsEntry("telemetry.distro.version", AgentVersion.VALUE)
        .containsEntry("process.pid", ProcessHandle.current().pid())
        .containsEntry("telemetry.sdk.language", "java")
        .containsEntry("executor.process.identity.source", "kubernetes_token")
        .containsEntry("k8s.pod.name", "orders-7d4b9")
        .hasEntrySatisfying(
            "service.instance.id", id -> assertThat((String) id).matches("[0-9a-f-]{36}"));
  }
}
