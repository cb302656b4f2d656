/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.agent.identity.TokenClaims.NamedParty;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.ScopesSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the claims of an OAuth token say, in the terms of {@link CredentialUse}. */
final class TokenDescription {
  private final TokenClaims claims;
  private final boolean transaction;
  private boolean unnamedActor;

  TokenDescription(TokenClaims claims, boolean transaction) {
    this.claims = claims;
    this.transaction = transaction;
  }

  void writeTo(CredentialUse.Builder use) {
    IdentityType type = SubjectTypes.of(claims);
    String principal = principal();
    use.principal(principal, type)
        .publicId(claims.tokenId == null ? claims.transactionId : claims.tokenId)
        .issuer(claims.issuer)
        .tenant(claims.tenant)
        .audience(claims.audience)
        .expiresAt(claims.expiresAt)
        .client(client());
    if (claims.scopesStated) {
      use.scopes(claims.scopes, ScopesSource.TOKEN_CLAIM);
    } else {
      use.gap(Gap.SCOPES_OPAQUE);
    }
    if (claims.boundToKey || claims.boundToCertificate) {
      use.binding(claims.boundToKey ? Binding.DPOP : Binding.MTLS);
    }
    List<Actor> actors = actors();
    if (unnamedActor) {
      use.gap(Gap.NO_ACTOR);
    }
    use.actors(actors).initiator(initiator(principal, type, !actors.isEmpty()));
    if (principal == null) {
      use.gap(Gap.PRINCIPAL_UNKNOWN);
    }
    claims.gaps.forEach(use::gap);
  }

  private @Nullable String principal() {
    if (transaction) {
      return PrincipalIds.transaction(trustDomain(), claims.subject);
    }
    boolean ofClient = claims.clientId != null && SubjectTypes.isClientItself(claims);
    return PrincipalIds.oauth(claims.issuer, ofClient ? claims.clientId : claims.subject);
  }

  /** The audience of a transaction token names the domain within which its subject is unique. */
  private @Nullable String trustDomain() {
    return claims.audience.isEmpty() ? null : claims.audience.get(0);
  }

  private @Nullable Actor client() {
    String name = transaction ? claims.requestingWorkload : claims.clientId;
    String id = name == null ? null : idOf(claims.issuer, name);
    if (id == null || name == null) {
      return null;
    }
    IdentityType type =
        PrincipalIds.isWorkloadUri(name) ? IdentityType.WORKLOAD : IdentityType.SERVICE_ACCOUNT;
    return new Actor(id, type, claims.issuer);
  }

  private List<Actor> actors() {
    List<Actor> actors = new ArrayList<>();
    if (transaction) {
      add(claims.actor, actors);
    }
    for (NamedParty party : claims.actors) {
      add(party, actors);
    }
    return actors;
  }

  private void add(@Nullable NamedParty party, List<Actor> actors) {
    if (party == null || actors.size() >= ClaimsParser.MAX_ACTORS) {
      return;
    }
    Actor actor = actor(party);
    // One that cannot be named still acted: whoever stands behind it must not take its place.
    actors.add(actor == null ? new Actor("unknown", IdentityType.UNKNOWN, party.issuer) : actor);
    unnamedActor |= actor == null;
  }

  private @Nullable Actor initiator(
      @Nullable String principal, IdentityType type, boolean delegated) {
    if (transaction && claims.actor != null) {
      // Where there is an actor claim, the subject is the service that was called, and an agent
      // that acts for nobody has no principal.
      return claims.principal == null ? null : actor(claims.principal);
    }
    return delegated && principal != null ? new Actor(principal, type, claims.issuer) : null;
  }

  /** A party without an issuer of its own is known to the token's issuer. */
  private @Nullable Actor actor(NamedParty party) {
    String issuer = party.issuer == null ? claims.issuer : party.issuer;
    String name = party.subject == null ? party.clientId : party.subject;
    String id = name == null ? null : idOf(issuer, name);
    return id == null || name == null ? null : new Actor(id, typeOf(party, name), issuer);
  }

  private @Nullable String idOf(@Nullable String issuer, String name) {
    return transaction && issuer == null
        ? PrincipalIds.transaction(trustDomain(), name)
        : PrincipalIds.oauth(issuer, name);
  }

  private IdentityType typeOf(NamedParty party, String name) {
    IdentityType profiled = SubjectTypes.ofProfile(party.profile);
    if (profiled != IdentityType.UNKNOWN) {
      return profiled;
    }
    if (PrincipalIds.isWorkloadUri(name)) {
      return IdentityType.WORKLOAD;
    }
    boolean program =
        name.equals(claims.clientId)
            || name.equals(party.clientId)
            || PrincipalIds.isGoogleServiceAccount(name);
    if (program) {
      return IdentityType.SERVICE_ACCOUNT;
    }
    return Mailbox.isOfPerson(name) ? IdentityType.HUMAN : IdentityType.UNKNOWN;
  }
}
