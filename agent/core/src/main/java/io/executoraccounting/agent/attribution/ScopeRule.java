/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.ResponseScopes;
import io.executoraccounting.spi.ScopesSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the authority allows: carried, inherited, asked for, wanted, and left along the chain. */
final class ScopeRule {
  /** Gaps of a credential that may hide some of its scopes. */
  private static final Set<Gap> INCOMPLETE =
      Collections.unmodifiableSet(
          EnumSet.of(
              Gap.SCOPES_OPAQUE,
              Gap.VALUE_TRUNCATED,
              Gap.BUDGET_EXCEEDED,
              Gap.TOKEN_MALFORMED,
              Gap.SIGNATURE_INVALID));

  private ScopeRule() {}

  /**
   * The credential with what it carries: by its own word, by that of whoever issued it, else by
   * that of the resource. An identity that was put on carries its own instead.
   */
  static CredentialUse carried(OutboundCall call, CallOutcome outcome, CredentialUse use) {
    List<AssumedIdentity> assumed = call.assumed();
    if (!assumed.isEmpty()) {
      List<String> own = assumed.get(assumed.size() - 1).scopes();
      return own.isEmpty()
          ? use.toBuilder().scopes(own, null).gap(Gap.SCOPES_OPAQUE).build()
          : stated(use, own, ScopesSource.SESSION);
    }
    ResponseScopes said = outcome.scopes();
    boolean silent = use.kind() == CredentialKind.NONE || use.scopesSource() != null;
    return silent || said == null || !said.carriedStated()
        ? use
        : stated(use, said.carried(), ScopesSource.RESPONSE_HEADER);
  }

  private static CredentialUse stated(CredentialUse use, List<String> scopes, ScopesSource source) {
    return use.toBuilder().scopes(scopes, source).withoutGap(Gap.SCOPES_OPAQUE).build();
  }

  static AuthorityScopes of(CallEvidence evidence, Relation relation) {
    ResponseScopes said = evidence.outcome.scopes();
    return new AuthorityScopes(
        inherited(evidence),
        requested(evidence),
        said == null ? Collections.emptyList() : sorted(said.required()),
        effective(evidence, relation));
  }

  /**
   * What the credential carries that set the work going; of one that does not say, what the
   * framework allows whom it authenticated.
   */
  private static List<String> inherited(CallEvidence evidence) {
    InboundEvidence inbound = evidence.inbound;
    if (inbound != null) {
      return inbound.credential.scopesSource() == null
          ? inbound.call.authorities()
          : inbound.credential.scopes();
    }
    Lineage originator = evidence.lineage.originator();
    return originator == null || originator == evidence.lineage
        ? Collections.emptyList()
        : originator.credential.scopes();
  }

  /** What this very call asks for; else what was asked for when its credential was given out. */
  private static List<String> requested(CallEvidence evidence) {
    if (!evidence.call.requestedScopes().isEmpty()) {
      return sorted(evidence.call.requestedScopes());
    }
    Grant grant = evidence.lineage.grant;
    if (grant == null || evidence.assumed() != null) {
      return Collections.emptyList();
    }
    List<String> asked = sorted(grant.requestedScopes());
    return asked.equals(evidence.lineage.credential.scopes()) ? Collections.emptyList() : asked;
  }

  /**
   * What all credentials from the initiator's to the one in use have in common. Null unless there
   * are two at least, each says all that it carries, and one issuer gives the words one meaning.
   */
  private static @Nullable List<String> effective(CallEvidence evidence, Relation relation) {
    boolean oneStory = relation == Relation.DELEGATED || relation == Relation.IMPERSONATED;
    if (!oneStory || evidence.lineage.cut || evidence.assumed() != null) {
      return null;
    }
    List<CredentialUse> chain = new ArrayList<>();
    chain.add(evidence.lent().credential);
    for (Lineage next = evidence.lineage; next.subject != null; next = next.subject) {
      if (next.grant == null || !GrantedCredential.isSameRight(next.grant.type())) {
        chain.add(next.subject.credential);
      }
    }
    InboundEvidence inbound = evidence.inbound;
    if (inbound != null) {
      chain.add(inbound.credential);
      if (inbound.call.peer() != null) {
        chain.add(inbound.call.peer());
      }
    }
    return intersection(chain);
  }

  private static @Nullable List<String> intersection(List<CredentialUse> chain) {
    CredentialUse first = chain.get(0);
    TreeSet<String> common = new TreeSet<>(first.scopes());
    boolean several = false;
    for (CredentialUse use : chain) {
      if (use.scopesSource() == null
          || use.issuer() == null
          || !use.issuer().equals(first.issuer())
          || !Collections.disjoint(use.gaps(), INCOMPLETE)) {
        return null;
      }
      several |= !Objects.equals(use.fingerprint(), first.fingerprint());
      common.retainAll(use.scopes());
    }
    return several ? new ArrayList<>(common) : null;
  }

  private static List<String> sorted(List<String> scopes) {
    return new ArrayList<>(new TreeSet<>(scopes));
  }
}
