/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.agent.identity.grant.CredentialLineage;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.Via;
import java.util.Collections;
import java.util.HashSet;
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
    ThreadFacts thread = completed.thread();
    CredentialUse presented = call.credential();
    InboundEvidence inbound = evidence(thread.inbound());
    Holder holder = Holder.of(call, inbound, process.identity());
    Actor initiator = inbound == null ? originOf(presented) : inbound.initiator();
    ExecutorIdentity executing = executors.executorOf(thread.acting(), presented, inbound);
    boolean presents = presented.kind() != CredentialKind.NONE;
    Relation relation = RelationRule.of(initiator, executing, holder.credential, presents);
    List<ChainHop> chain =
        chains.chainOf(
            inbound, initiator, thread.acting(), presented, holder.hop(relation), relation);

    Set<String> persons = persons(initiator, inbound, presented);
    return new AccountingRecord(
        completed,
        disclosure.executing(executing, persons),
        new AccountingRecord.Authority(
            disclosure.id(holder.id, holder.type, persons),
            holder.type,
            holder.source,
            disclosure.credential(presented),
            inbound == null ? Collections.emptyList() : inbound.credential.scopes(),
            AudienceRule.fits(presented.audience(), call.host())),
        initiator == null ? null : disclosure.actor(initiator, persons),
        relation,
        disclosure.chain(chain, persons),
        environments.apply(call.host()),
        verifications.of(inbound, thread, presented, executing),
        GapRule.of(call, thread, presented, inbound, relation));
  }

  private @Nullable InboundEvidence evidence(@Nullable InboundCall inbound) {
    return inbound == null
        ? null
        : InboundEvidence.of(inbound, fingerprinter, process.serviceName());
  }

  /** Without anything that arrived, a token may still name the person it was issued for. */
  private static @Nullable Actor originOf(CredentialUse presented) {
    String principal = presented.principal();
    if (presented.initiator() != null) {
      return presented.initiator();
    }
    return principal != null && presented.principalType() == IdentityType.HUMAN
        ? new Actor(principal, IdentityType.HUMAN, presented.issuer())
        : null;
  }

  private static Set<String> persons(
      @Nullable Actor initiator, @Nullable InboundEvidence inbound, CredentialUse presented) {
    Set<String> persons = new HashSet<>();
    if (initiator != null) {
      addPerson(initiator.id(), initiator.type(), persons);
    }
    if (inbound != null) {
      addPerson(inbound.subject.id(), inbound.subject.type(), persons);
    }
    String principal = presented.principal();
    if (principal != null && presented.kind() != CredentialKind.BASIC) {
      addPerson(principal, presented.principalType(), persons);
    }
    return persons;
  }

  private static void addPerson(String id, IdentityType type, Set<String> persons) {
    if (Disclosure.mayBePerson(type)) {
      persons.add(id);
    }
  }

  @Override
  public @Nullable Actor initiator(ThreadFacts thread) {
    InboundEvidence inbound = evidence(thread.inbound());
    if (inbound == null) {
      return null;
    }
    Actor initiator = inbound.initiator();
    return disclosure.actor(initiator, persons(initiator, inbound, CredentialUse.NONE));
  }

  @Override
  public String chainDigest(List<ChainHop> chain) {
    StringBuilder hops = new StringBuilder();
    for (ChainHop hop : chain) {
      hops.append(hop.id()).append('\n').append(hop.via().value()).append('\n');
    }
    return fingerprinter.ofChain(hops.toString());
  }

  /** Whose right is used, rule 1: what the call presents, else the thread's, else the process's. */
  private static final class Holder {
    final String id;
    final IdentityType type;
    final AuthoritySource source;
    final CredentialUse credential;

    private Holder(String id, IdentityType type, AuthoritySource source, CredentialUse credential) {
      this.id = id;
      this.type = type;
      this.source = source;
      this.credential = credential;
    }

    static Holder of(
        OutboundCall call, @Nullable InboundEvidence inbound, ExecutorIdentity process) {
      CredentialUse use = call.credential();
      if (use.kind() != CredentialKind.NONE) {
        String principal = use.principal();
        return new Holder(
            principal == null ? "unknown" : principal, use.principalType(), call.source(), use);
      }
      if (inbound != null && inbound.isKnown()) {
        Actor subject = inbound.subject;
        return new Holder(subject.id(), subject.type(), AuthoritySource.THREAD, inbound.credential);
      }
      return new Holder(process.id(), process.type(), AuthoritySource.PROCESS, use);
    }

    ChainHop hop(Relation relation) {
      Via via = relation == Relation.IMPERSONATED ? Via.IMPERSONATION : Via.PROCESS;
      return new ChainHop(id, type, via, credential.fingerprint());
    }
  }
}
