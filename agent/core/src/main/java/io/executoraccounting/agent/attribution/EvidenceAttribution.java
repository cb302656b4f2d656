/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.agent.identity.grant.CredentialLineage;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.Verification;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides by the rules of the model, from evidence alone. Immutable; safe for many threads. */
public final class EvidenceAttribution implements Attribution {
  private final ProcessIdentity process;
  private final Fingerprinter fingerprinter;
  private final Disclosure disclosure;
  private final CredentialLineage lineage;
  private final Function<@Nullable String, @Nullable String> environments;
  private final ExecutorRule executors;
  private final ChainRule chains;
  private final VerificationRule verifications;

  /**
   * @param lineage which credential came of which
   * @param environments the environment of a host, null for one that fits no pattern
   */
  public EvidenceAttribution(
      ProcessIdentity process,
      Fingerprinter fingerprinter,
      Disclosure disclosure,
      CredentialLineage lineage,
      Function<@Nullable String, @Nullable String> environments) {
    this.process = process;
    this.fingerprinter = fingerprinter;
    this.disclosure = disclosure;
    this.lineage = lineage;
    this.environments = environments;
    executors = new ExecutorRule(process.identity());
    chains = new ChainRule(process.identity());
    verifications = new VerificationRule(process);
  }

  @Override
  public AccountingRecord attribute(CompletedCall completed) {
    OutboundCall call = completed.call();
    InboundEvidence inbound = evidence(completed.thread().inbound());
    CallEvidence evidence =
        new CallEvidence(
            completed, inbound, Lineage.of(call.credential(), lineage), process.initiator());
    ExecutorIdentity executing =
        executors.executorOf(evidence.thread.acting(), evidence.lineage, inbound);
    AuthorityHolder holder = AuthorityHolder.of(evidence, process.identity());
    Relation relation = RelationRule.of(evidence, executing);
    Actor initiator = evidence.initiator();
    Set<String> persons = Persons.of(evidence);
    CredentialUse credential = evidence.lineage.credential;
    AccountingRecord record =
        new AccountingRecord(
            completed,
            disclosure.executing(executing, persons),
            new AccountingRecord.Authority(
                disclosure.id(holder.id, holder.type, persons),
                holder.type,
                holder.source,
                disclosure.credential(credential),
                ScopeRule.of(evidence, relation),
                AudienceRule.fits(credential.audience(), call.host())),
            initiator == null ? null : disclosure.actor(initiator, persons),
            relation,
            disclosure.chain(chains.chainOf(evidence, relation), persons),
            environments.apply(call.host()),
            verifications.of(evidence, executing),
            GapRule.of(evidence, relation));
    ExecutorIdentity caller = executors.callerOf(evidence.thread.acting(), inbound);
    return record.withStep(
        new StepRule(disclosure, persons).of(evidence, caller, holder, relation));
  }

  private @Nullable InboundEvidence evidence(@Nullable InboundCall inbound) {
    return inbound == null
        ? null
        : InboundEvidence.of(inbound, fingerprinter, process.serviceName());
  }

  @Override
  public OriginRecord origin(ThreadFacts thread) {
    InboundEvidence inbound = evidence(thread.inbound());
    if (inbound == null) {
      // A run of an agent: that it is one is what the application, or its configuration, says.
      return new OriginRecord(null, Verification.CONFIGURED, Collections.emptySet());
    }
    return new OriginRecord(
        disclosure.actor(inbound.initiator(), Persons.of(inbound)),
        inbound.verification,
        GapRule.of(inbound));
  }

  @Override
  public String chainDigest(List<ChainHop> chain) {
    StringBuilder hops = new StringBuilder();
    for (ChainHop hop : chain) {
      hops.append(hop.id()).append('\n').append(hop.via().value()).append('\n');
    }
    return fingerprinter.ofChain(hops.toString());
  }
}
