/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.ScopesSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token with all that is known of it: what it says itself holds, and what it does not say is
 * filled in from how it was given out.
 */
final class IssuedToken {
  private static final int MAX_ACTORS = 8;

  private final CredentialUse token;
  private final CredentialUse.Builder described;

  IssuedToken(CredentialUse token) {
    this.token = token;
    described = token.toBuilder();
  }

  CredentialUse build() {
    return described.build();
  }

  void issuedBy(@Nullable String issuer) {
    if (token.issuer() == null) {
      described.issuer(issuer);
    }
  }

  void issuedTo(@Nullable Actor client) {
    if (token.client() == null) {
      described.client(client);
    }
  }

  void meantFor(List<String> audience) {
    if (token.audience().isEmpty()) {
      described.audience(audience);
    }
  }

  /**
   * @param epochSeconds 0 if unknown
   */
  void expiresAt(long epochSeconds) {
    if (token.expiresAt() == 0) {
      described.expiresAt(epochSeconds);
    }
  }

  /**
   * @param scopes null if unknown
   */
  void granted(@Nullable List<String> scopes) {
    if (token.scopesSource() == null && scopes != null) {
      described.scopes(scopes, ScopesSource.TOKEN_RESPONSE).withoutGap(Gap.SCOPES_OPAQUE);
    }
  }

  /** Whose it is, where it does not say so itself. */
  void of(@Nullable String principal, IdentityType type) {
    if (token.principal() == null && principal != null) {
      described.principal(principal, type).withoutGap(Gap.PRINCIPAL_UNKNOWN);
    }
  }

  /** It is the client's own, RFC 6749 s4.4, whatever its claims let one think. */
  void ofClient(@Nullable Actor client) {
    IdentityType stated = token.principalType();
    if (token.principal() == null && client != null) {
      of(client.id(), client.type());
    } else if (stated == IdentityType.UNKNOWN || stated == IdentityType.HUMAN) {
      described.principal(token.principal(), IdentityType.SERVICE_ACCOUNT);
    }
  }

  /** It is the right of whom that credential names, as far as the token does not say itself. */
  void ofHolder(@Nullable CredentialUse holder) {
    String principal = holder == null ? null : holder.principal();
    if (token.principal() != null || holder == null || principal == null) {
      return;
    }
    described
        .principal(principal, holder.principalType())
        .principalName(holder.principalName())
        .sessionId(holder.sessionId())
        .initiator(holder.initiator())
        .actors(holder.actors())
        .withoutGap(Gap.PRINCIPAL_UNKNOWN);
    for (String mark : holder.subjectMarks()) {
      described.subjectMark(mark);
    }
  }

  /** It is somebody's right, in the hands of an actor: RFC 8693 s1.1. */
  void delegated(@Nullable CredentialUse subject, @Nullable CredentialUse actor) {
    ofHolder(subject);
    String principal = subject == null ? null : subject.principal();
    if (token.principal() != null || subject == null || principal == null) {
      return;
    }
    List<Actor> actors = new ArrayList<>(subject.actors());
    String acting = actor == null ? null : actor.principal();
    if (actor != null && acting != null) {
      actors.add(0, new Actor(acting, actor.principalType(), actor.issuer()));
    }
    described.actors(actors.subList(0, Math.min(MAX_ACTORS, actors.size())));
    if (!actors.isEmpty() && subject.initiator() == null) {
      described.initiator(new Actor(principal, subject.principalType(), subject.issuer()));
    }
  }
}
