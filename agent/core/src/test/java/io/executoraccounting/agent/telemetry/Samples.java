/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.Attribution;
import io.executoraccounting.agent.attribution.AuthorityScopes;
import io.executoraccounting.agent.attribution.ChainHop;
import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.agent.attribution.IdentityChange;
import io.executoraccounting.agent.attribution.OriginRecord;
import io.executoraccounting.agent.attribution.Relation;
import io.executoraccounting.agent.attribution.ThreadFacts;
import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.Access;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.ScopesSource;
import io.executoraccounting.spi.Verification;
import io.executoraccounting.spi.Via;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

/** Calls and records that tests begin with. */
final class Samples {
  static final long START = 1_800_000_000_000_000_000L;
  static final long END = START + 5_000_000;
  static final ThreadFacts NO_FACTS = new ThreadFacts(null, null, List.of(), false);
  static final ProcessIdentity PROCESS =
      ProcessIdentity.of(
              ExecutorIdentity.of("k8s:shop/orders", IdentityType.SERVICE_ACCOUNT),
              "kubernetes_token",
              Verification.ASSERTED,
              "orders")
          .with("k8s.pod.name", "orders-7d4b9");
  static final TraceContext TRACE = new TraceContext(0x1111, 0x2222, 0x3333, (byte) 1);

  private Samples() {}

  static CompletedCall call(String summary) {
    return call(OutboundCall.builder("http", summary).build());
  }

  static CompletedCall call(OutboundCall call) {
    return call(call, CallOutcome.RETURNED);
  }

  static CompletedCall call(OutboundCall call, CallOutcome outcome) {
    return new CompletedCall(call, outcome, NO_FACTS, null, START, END);
  }

  /** A record of that call by nobody in particular. */
  static AccountingRecord plain(CompletedCall call) {
    return new AccountingRecord(
        call,
        ExecutorIdentity.of("os:shop@orders", IdentityType.WORKLOAD),
        new AccountingRecord.Authority(
            "os:shop@orders",
            IdentityType.WORKLOAD,
            AuthoritySource.PROCESS,
            CredentialUse.NONE,
            List.of(),
            null),
        null,
        Relation.AUTONOMOUS,
        List.of(),
        null,
        Verification.INFERRED,
        EnumSet.noneOf(Gap.class));
  }

  /** A credential that says all a credential can say. */
  static CredentialUse richCredential() {
    return CredentialUse.builder(CredentialKind.DPOP_JWT)
        .publicId("jti-1")
        .fingerprint("h1:k1:AAAAAAAAAAAAAAAAAAAAAA")
        .principal("oauth:https://idp.example#shop", IdentityType.SERVICE_ACCOUNT)
        .issuer("https://idp.example")
        .tenant("acme")
        .audience(List.of("https://api.example"))
        .scopes(List.of("tickets:write", "tickets:read"), ScopesSource.TOKEN_CLAIM)
        .expiresAt(START / 1_000_000_000L + 300)
        .binding(Binding.DPOP)
        .provider("spring-oauth2")
        .build();
  }

  static CompletedCall richCall() {
    OutboundCall call =
        OutboundCall.builder("http", "POST /tickets/{id}")
            .authority(richCredential(), AuthoritySource.CALL)
            .access(Access.WRITE)
            .operation("POST")
            .resource("/tickets/{id}")
            .account("acme-prod")
            .region("eu-west-1")
            .server("tickets.prod.example", 8443)
            .convention("http.request.method", "POST")
            .convention("url.scheme", "https")
            .convention("network.connected", true)
            .build();
    return new CompletedCall(call, CallOutcome.httpStatus(503), NO_FACTS, TRACE, START, END);
  }

  static AccountingRecord rich(CompletedCall call) {
    return new AccountingRecord(
            call,
            ExecutorIdentity.agent("support-bot")
                .withSessionId("run-7")
                .withFramework("langchain4j")
                .withTool("closeTicket"),
            new AccountingRecord.Authority(
                "oauth:https://idp.example#shop",
                IdentityType.SERVICE_ACCOUNT,
                AuthoritySource.CALL,
                richCredential(),
                new AuthorityScopes(
                    List.of("tickets:read"),
                    List.of("tickets:admin"),
                    List.of("tickets:close"),
                    List.of()),
                true),
            new Actor("p1:BBBBBBBBBBBBBBBBBBBBBB", IdentityType.HUMAN, "https://idp.example"),
            Relation.DELEGATED,
            List.of(
                new ChainHop(
                    "p1:BBBBBBBBBBBBBBBBBBBBBB", IdentityType.HUMAN, Via.REQUEST, "h1:k1:x"),
                new ChainHop("agent:support-bot", IdentityType.AI_AGENT, Via.ACT_CLAIM, null)),
            "production",
            Verification.APP_VERIFIED,
            EnumSet.of(Gap.SCOPES_OPAQUE))
        .withChange(
            new IdentityChange(
                IdentityChange.Kind.EXCHANGE,
                "p1:BBBBBBBBBBBBBBBBBBBBBB",
                "h1:k1:CCCCCCCCCCCCCCCCCCCCCC"))
        .withViolations(List.of("refunds"));
  }

  static List<ChainHop> chain(int length) {
    List<ChainHop> hops = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      hops.add(new ChainHop("hop:" + i, IdentityType.WORKLOAD, Via.ASSUME_ROLE, null));
    }
    return hops;
  }

  static Attribution attribution(Function<CompletedCall, AccountingRecord> rule) {
    return new Attribution() {
      @Override
      public AccountingRecord attribute(CompletedCall call) {
        return rule.apply(call);
      }

      @Override
      public OriginRecord origin(ThreadFacts thread) {
        return new OriginRecord(
            new Actor("p1:CCCCCCCCCCCCCCCCCCCCCC", IdentityType.HUMAN, "https://idp.example"),
            Verification.APP_VERIFIED,
            EnumSet.of(Gap.VALUE_TRUNCATED));
      }

      @Override
      public String chainDigest(List<ChainHop> chain) {
        return "h1:k1:digest-of-" + chain.size();
      }
    };
  }
}
