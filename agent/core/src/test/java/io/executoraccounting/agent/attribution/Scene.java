/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.identity.TestTokens.jwt;

import io.executoraccounting.agent.attribution.ThreadFacts.ActingIdentity;
import io.executoraccounting.agent.config.IdentityConfig.CredentialIdForm;
import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.Headers;
import io.executoraccounting.agent.identity.PresentedCredentialReader;
import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.agent.identity.grant.CredentialLineage;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameOrigin;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.Verification;
import io.executoraccounting.spi.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One call of a service called {@code shop}, and what led to it. People keep their names. */
final class Scene {
  static final String PROCESS = "os:app@shop";
  static final String ROLE = "postgresql:app_rw@db.example.com";

  private static final Fingerprinter FINGERPRINTER = Fingerprinter.random();
  static final CredentialReader READER = new PresentedCredentialReader(FINGERPRINTER);

  static final CredentialUse USER =
      bearer("{'iss':'https://as','sub':'alice','client_id':'web','scope':'tickets:read'}");
  static final CredentialUse DELEGATED =
      bearer(
          "{'iss':'https://as','sub':'alice','client_id':'web','scope':'tickets:write',"
              + "'act':{'sub':'bot','sub_profile':'ai_agent'}}");
  static final CredentialUse SERVICE =
      bearer("{'iss':'https://as','sub':'billing','client_id':'billing','scope':'invoices'}");
  static final CredentialUse LOGIN =
      READER.fromDatabaseLogin(
          CredentialKind.DB_PASSWORD, "postgresql", "app_rw", "db.example.com", "HikariPool");
  static final CredentialUse OPAQUE = READER.fromHeaders(Headers.bearer("2YotnFZFEjr1zCsicMWpAA"));

  private final List<ActingIdentity> acting = new ArrayList<>();
  private InboundCall inbound;
  private boolean stale;
  private boolean unseen;
  private CredentialLineage lineage = CredentialLineage.UNKNOWN;
  private boolean pseudonymise;
  private CredentialIdForm credentialIds = CredentialIdForm.PLAIN;
  private ProcessIdentity process =
      ProcessIdentity.of(
          ExecutorIdentity.of(PROCESS, IdentityType.WORKLOAD).withName("shop"),
          "os_user",
          Verification.INFERRED,
          "shop");
  private CallOutcome outcome = CallOutcome.RETURNED;
  private OutboundCall.Builder call = OutboundCall.builder("http", "GET /a");

  static CredentialUse bearer(String payload) {
    return READER.fromHeaders(Headers.bearer(jwt(payload)));
  }

  static String mark(String name) {
    return FINGERPRINTER.markOf(name);
  }

  static Scene start() {
    return new Scene();
  }

  /** A request that the framework has not authenticated. */
  Scene request(CredentialUse credential) {
    return inbound(InboundCall.request("POST /tickets", credential));
  }

  Scene inbound(InboundCall call) {
    inbound = call;
    return this;
  }

  Scene runAs(ExecutorIdentity identity) {
    return acting(identity, Via.RUN_AS);
  }

  Scene agent(String name) {
    return acting(ExecutorIdentity.agent(name), Via.AGENT);
  }

  Scene acting(ExecutorIdentity identity, Via via) {
    acting.add(new ActingIdentity(identity, via));
    return this;
  }

  /** Before the agent sees work being handed over. */
  Scene handOversUnseen() {
    unseen = true;
    return this;
  }

  Scene stale() {
    stale = true;
    return this;
  }

  Scene pseudonymised() {
    pseudonymise = true;
    return this;
  }

  Scene credentialIds(CredentialIdForm form) {
    credentialIds = form;
    return this;
  }

  Scene to(String host) {
    call.server(host, 443);
    return this;
  }

  Scene withGap(Gap gap) {
    call.gap(gap);
    return this;
  }

  AccountingRecord calls() {
    return calls(CredentialUse.NONE);
  }

  AccountingRecord calls(CredentialUse credential) {
    CompletedCall completed =
        new CompletedCall(
            call.authority(credential, AuthoritySource.CALL).build(), outcome, facts(), null, 1, 2);
    return attribution().attribute(completed);
  }

  ThreadFacts facts() {
    FrameOrigin origin = inbound == null && acting.isEmpty() ? null : new FrameOrigin(null, 0);
    return unseen ? ThreadFacts.unseen() : new ThreadFacts(inbound, origin, acting, stale);
  }

  /** Which credentials came of which. */
  Scene lineage(CredentialLineage lineage) {
    this.lineage = lineage;
    return this;
  }

  /** What this JVM saw given out, by what names the issued credential. */
  Scene granted(Grant... grants) {
    return lineage(
        use -> {
          for (Grant grant : grants) {
            String name = nameOf(grant.issued());
            if (name != null && name.equals(nameOf(use))) {
              return grant;
            }
          }
          return null;
        });
  }

  private static String nameOf(CredentialUse use) {
    return use.fingerprint() == null ? use.publicId() : use.fingerprint();
  }

  /** Identities that the call puts on over its credential's. */
  Scene assuming(AssumedIdentity... assumed) {
    call.assumed(List.of(assumed));
    return this;
  }

  Scene asksFor(String... scopes) {
    call.requestedScopes(List.of(scopes));
    return this;
  }

  /** Another process than the shop's. */
  Scene running(ExecutorIdentity identity) {
    process = ProcessIdentity.of(identity, "kubernetes_token", Verification.ASSERTED, "shop");
    return this;
  }

  /** Somebody started the process, as a build server says. */
  Scene startedBy(Actor starter) {
    process = process.startedBy(starter);
    return this;
  }

  /** What the call does, as its reader names it. */
  Scene doing(String operation) {
    call.operation(operation);
    return this;
  }

  /** How the call ended. */
  Scene ends(CallOutcome outcome) {
    this.outcome = outcome;
    return this;
  }

  EvidenceAttribution attribution() {
    return new EvidenceAttribution(
        process,
        FINGERPRINTER,
        new Disclosure(FINGERPRINTER, pseudonymise, credentialIds),
        lineage,
        host -> "db.prod.example.com".equals(host) ? "production" : null);
  }

  /** An opaque token of which only its fingerprint is known. */
  static CredentialUse opaque(String token) {
    return READER.fromHeaders(Headers.bearer(token));
  }

  /** A key of AWS, named by its id alone. */
  static CredentialUse awsKey(String id) {
    return CredentialUse.builder(CredentialKind.AWS_SIGV4_SESSION)
        .publicId(id)
        .issuer("aws")
        .gap(Gap.PRINCIPAL_UNKNOWN)
        .gap(Gap.SCOPES_OPAQUE)
        .build();
  }

  /** {@code id<via}, oldest first. */
  static String read(List<ChainHop> chain) {
    return chain.stream()
        .map(hop -> hop.id() + "<" + hop.via().value())
        .collect(Collectors.joining(" | "));
  }
}
