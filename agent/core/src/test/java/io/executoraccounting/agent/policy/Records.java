/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.ChainHop;
import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.agent.attribution.Relation;
import io.executoraccounting.agent.attribution.ThreadFacts;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Access;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.ScopesSource;
import io.executoraccounting.spi.Verification;
import io.executoraccounting.spi.Via;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** A record of an UPDATE of the refunds by an agent; tests change what they are about. */
final class Records {
  static final long NOW = 1_800_000_000L;

  private ExecutorIdentity executor = ExecutorIdentity.agent("refund-bot");
  private String authorityId = "oauth:https://as.prod.example#refunds";
  private IdentityType authorityType = IdentityType.SERVICE_ACCOUNT;
  private CredentialUse.Builder credential =
      CredentialUse.builder(CredentialKind.JWT)
          .fingerprint("h1:k:refunds")
          .issuer("https://as.prod.example")
          .expiresAt(NOW + 300);
  private OutboundCall.Builder call =
      OutboundCall.builder("postgresql", "UPDATE refunds")
          .access(Access.WRITE)
          .resource("refunds")
          .server("db.prod.example", 5432);
  private Boolean audienceMatch;
  private Actor initiator = new Actor("p1:alice", IdentityType.HUMAN, "https://as.prod.example");
  private Relation relation = Relation.DELEGATED;
  private int depth = 3;
  private String environment = "production";
  private final EnumSet<Gap> gaps = EnumSet.noneOf(Gap.class);
  private InboundCall inbound;

  static Records record() {
    return new Records();
  }

  Records executor(String id, IdentityType type) {
    executor = ExecutorIdentity.of(id, type);
    return this;
  }

  Records authority(String id, IdentityType type) {
    authorityId = id;
    authorityType = type;
    return this;
  }

  Records credential(CredentialUse.Builder credential) {
    this.credential = credential;
    return this;
  }

  Records issuer(String issuer) {
    credential.issuer(issuer);
    return this;
  }

  Records expiresAt(long epochSeconds) {
    credential.expiresAt(epochSeconds);
    return this;
  }

  Records scopes(String... scopes) {
    credential.scopes(List.of(scopes), ScopesSource.TOKEN_CLAIM);
    return this;
  }

  Records http(String url, String host) {
    call =
        OutboundCall.builder("http", "GET /orders/{id}")
            .access(Access.READ)
            .resource("/orders/{id}")
            .server(host, 80)
            .convention("url.full", url);
    return this;
  }

  Records access(Access access) {
    call.access(access);
    return this;
  }

  Records reaching(String host, String resource) {
    call.server(host, 5432).resource(resource);
    return this;
  }

  Records environment(String environment) {
    this.environment = environment;
    return this;
  }

  Records audienceMatch(Boolean match) {
    audienceMatch = match;
    return this;
  }

  Records initiator(Actor initiator, Relation relation) {
    this.initiator = initiator;
    this.relation = relation;
    return this;
  }

  Records relation(Relation relation) {
    this.relation = relation;
    return this;
  }

  Records depth(int depth) {
    this.depth = depth;
    return this;
  }

  Records gap(Gap gap) {
    gaps.add(gap);
    return this;
  }

  /** A request that presented the token with that fingerprint. */
  Records inbound(String fingerprint) {
    inbound =
        InboundCall.request(
            "POST /refunds",
            CredentialUse.builder(CredentialKind.JWT).fingerprint(fingerprint).build());
    return this;
  }

  AccountingRecord build() {
    CredentialUse presented = credential.build();
    CompletedCall completed =
        new CompletedCall(
            call.authority(presented, AuthoritySource.CALL).build(),
            CallOutcome.RETURNED,
            new ThreadFacts(inbound, null, List.of(), false),
            null,
            NOW * 1_000_000_000L,
            NOW * 1_000_000_000L + 5);
    ChainHop hop = new ChainHop("hop", IdentityType.WORKLOAD, Via.PROCESS, null);
    return new AccountingRecord(
        completed,
        executor,
        new AccountingRecord.Authority(
            authorityId, authorityType, AuthoritySource.CALL, presented, List.of(), audienceMatch),
        initiator,
        relation,
        Collections.nCopies(depth, hop),
        environment,
        Verification.ASSERTED,
        gaps);
  }
}
