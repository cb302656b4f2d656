/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.ScopesSource;
import io.executoraccounting.spi.Via;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a grant answers about the credential that it gave out; what that states itself stays. */
final class GrantedCredential {
  private GrantedCredential() {}

  static CredentialUse of(CredentialUse use, Grant grant, @Nullable Lineage subject) {
    CredentialUse issued = grant.issued();
    CredentialUse.Builder joined = use.toBuilder();
    principal(use, grant, subject, joined);
    CredentialUse same = isSameRight(grant.type()) && subject != null ? subject.credential : null;
    joined
        .issuer(first(use.issuer(), issued.issuer(), same == null ? null : same.issuer()))
        .tenant(first(use.tenant(), issued.tenant(), same == null ? null : same.tenant()))
        .sessionId(first(use.sessionId(), issued.sessionId(), null))
        .client(use.client() == null ? issued.client() : use.client())
        .audience(use.audience().isEmpty() ? issued.audience() : use.audience())
        .expiresAt(use.expiresAt() == 0 ? issued.expiresAt() : use.expiresAt())
        .actors(actors(use, grant, subject))
        .initiator(initiator(use, grant, subject));
    scopes(use, grant, same, joined);
    return joined.build();
  }

  private static void principal(
      CredentialUse use, Grant grant, @Nullable Lineage subject, CredentialUse.Builder joined) {
    CredentialUse holder = holder(grant, subject);
    if (holder == null || !(use.principal() == null || isClientItself(grant, use))) {
      return;
    }
    boolean program = isClientItself(grant, holder);
    joined
        .principal(
            holder.principal(), program ? IdentityType.SERVICE_ACCOUNT : holder.principalType())
        .principalName(holder.principalName())
        .withoutGap(Gap.PRINCIPAL_UNKNOWN);
  }

  /**
   * Whether a subject that looks like a person's is but the server's name for the client: RFC 6749
   * s4.4 gives the client a token for itself alone.
   */
  private static boolean isClientItself(Grant grant, CredentialUse use) {
    return grant.type() == GrantType.CLIENT_CREDENTIALS
        && Disclosure.mayBePerson(use.principalType());
  }

  /** What names the holder beside the credential itself; null if nothing does. */
  private static @Nullable CredentialUse holder(Grant grant, @Nullable Lineage subject) {
    if (grant.issued().principal() != null) {
      return grant.issued();
    }
    return subject != null && subject.credential.principal() != null && keepsPrincipal(grant.type())
        ? subject.credential
        : null;
  }

  /**
   * Whether credential and grant name two principals of one issuer. Those of two issuers may well
   * be one and the same.
   */
  static boolean contradicts(CredentialUse use, Grant grant, @Nullable Lineage subject) {
    if (grant.type() == GrantType.CLIENT_CREDENTIALS) {
      return false;
    }
    return differ(use, grant.issued())
        || (subject != null && keepsPrincipal(grant.type()) && differ(use, subject.credential));
  }

  private static boolean differ(CredentialUse one, CredentialUse other) {
    return one.principal() != null
        && other.principal() != null
        && !one.principal().equals(other.principal())
        && one.issuer() != null
        && one.issuer().equals(other.issuer());
  }

  /** The actor of the exchange is the current one; those before it are the subject token's. */
  private static List<Actor> actors(CredentialUse use, Grant grant, @Nullable Lineage subject) {
    List<Actor> before = subject == null ? Collections.emptyList() : subject.credential.actors();
    CredentialUse actor = grant.actor();
    if (!use.actors().isEmpty()) {
      return actor == null ? use.actors() : typed(use.actors(), actor);
    }
    String principal = actor == null ? null : actor.principal();
    if (actor == null || principal == null) {
      return isSameRight(grant.type()) ? before : Collections.emptyList();
    }
    List<Actor> actors = new ArrayList<>();
    actors.add(new Actor(principal, actor.principalType(), actor.issuer()));
    actors.addAll(before);
    return actors;
  }

  /** A claim names its actor alone; that actor's own token may tell what it is. */
  private static List<Actor> typed(List<Actor> stated, CredentialUse token) {
    Actor current = stated.get(0);
    if (current.type() != IdentityType.UNKNOWN || !current.id().equals(token.principal())) {
      return stated;
    }
    List<Actor> actors = new ArrayList<>(stated);
    actors.set(0, new Actor(current.id(), token.principalType(), current.issuer()));
    return actors;
  }

  /** Whom the credential proves to stand behind its actor; of an impersonation it proves nobody. */
  private static @Nullable Actor initiator(
      CredentialUse use, Grant grant, @Nullable Lineage subject) {
    if (use.initiator() != null) {
      return use.initiator();
    }
    if (grant.actor() != null) {
      return subject == null ? null : subject.originOfExchange();
    }
    if (grant.type().via() == Via.TOKEN_EXCHANGE) {
      return null;
    }
    Actor stated = subject == null ? null : subject.credential.initiator();
    boolean kept = isSameRight(grant.type()) || isPutOn(grant.type());
    return kept && stated != null ? stated : sourceIdentity(grant, subject);
  }

  /** An origin that was named when the credential was given out, beside the subject itself. */
  private static @Nullable Actor sourceIdentity(Grant grant, @Nullable Lineage subject) {
    Actor named = grant.issued().initiator();
    boolean subjects =
        named != null && subject != null && named.id().equals(subject.credential.principal());
    return subjects ? null : named;
  }

  /** RFC 6749 s5.1, RFC 8693 s2.2.1: scopes that the response leaves out are those asked for. */
  private static void scopes(
      CredentialUse use, Grant grant, @Nullable CredentialUse same, CredentialUse.Builder joined) {
    CredentialUse issued = grant.issued();
    if (use.scopesSource() != null) {
      return;
    }
    if (issued.scopesSource() != null) {
      joined.scopes(issued.scopes(), issued.scopesSource());
    } else if (isOAuth(grant.type()) && !grant.requestedScopes().isEmpty()) {
      joined.scopes(grant.requestedScopes(), ScopesSource.TOKEN_RESPONSE);
    } else if (grant.type() == GrantType.REFRESH_TOKEN
        && same != null
        && same.scopesSource() != null) {
      joined.scopes(same.scopes(), same.scopesSource());
    } else {
      return;
    }
    joined.withoutGap(Gap.SCOPES_OPAQUE);
  }

  /** Grants that give out a newer credential for the same right. */
  static boolean isSameRight(GrantType type) {
    return type == GrantType.REFRESH_TOKEN || type == GrantType.GET_SESSION_TOKEN;
  }

  /** Grants whose credential is of another identity, put on by whoever presented the subject. */
  static boolean isPutOn(GrantType type) {
    switch (type) {
      case ASSUME_ROLE:
      case ASSUME_ROLE_WITH_WEB_IDENTITY:
      case ASSUME_ROLE_WITH_SAML:
      case GET_FEDERATION_TOKEN:
      case SERVICE_ACCOUNT_IMPERSONATION:
        return true;
      default:
        return false;
    }
  }

  /** Grants whose credential is still of whoever the subject is about. */
  private static boolean keepsPrincipal(GrantType type) {
    switch (type) {
      case CLIENT_CREDENTIALS:
      case JWT_BEARER:
      case SAML2_BEARER:
      case ON_BEHALF_OF:
      case TOKEN_EXCHANGE:
      case APP_INSTALLATION:
        return true;
      default:
        return isSameRight(type);
    }
  }

  /** Grants behind which stands whoever stood behind the subject, and not the client alone. */
  static boolean keepsOrigin(GrantType type) {
    return type != GrantType.CLIENT_CREDENTIALS && (keepsPrincipal(type) || isPutOn(type));
  }

  private static boolean isOAuth(GrantType type) {
    switch (type) {
      case CLIENT_CREDENTIALS:
      case AUTHORIZATION_CODE:
      case REFRESH_TOKEN:
      case PASSWORD:
      case DEVICE_CODE:
      case CIBA:
      case JWT_BEARER:
      case SAML2_BEARER:
      case ON_BEHALF_OF:
      case TOKEN_EXCHANGE:
        return true;
      default:
        return false;
    }
  }

  private static @Nullable String first(
      @Nullable String stated, @Nullable String issued, @Nullable String inherited) {
    if (stated != null) {
      return stated;
    }
    return issued == null ? inherited : issued;
  }
}
