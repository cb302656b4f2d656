/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.PrincipalIds;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import org.jspecify.annotations.Nullable;

/**
 * The client of a token request, under the id that its own tokens give it, whichever way it
 * authenticates: RFC 6749 s2.3.1, RFC 7523 s2.2.
 */
final class TokenClient {
  private static final String BASIC = "basic:";

  private final CredentialUse presented;
  private final TokenRequest request;

  /**
   * @param presented what the headers of the request present
   */
  TokenClient(CredentialUse presented, TokenRequest request) {
    this.presented = presented;
    this.request = request;
  }

  /** The client as the token's issuer knows it; null if it does not say who it is. */
  @Nullable Actor actor(@Nullable String issuer) {
    String id = PrincipalIds.oauth(issuer, name());
    return id == null ? null : new Actor(id, IdentityType.SERVICE_ACCOUNT, issuer);
  }

  /** What it authenticates with; null if it shows nothing. */
  @Nullable CredentialUse credential(@Nullable String issuer) {
    CredentialUse assertion = request.clientAssertion();
    if (presented.kind() != CredentialKind.NONE && presented.kind() != CredentialKind.BASIC) {
      return presented;
    }
    if (assertion != null) {
      return ofAssertion(assertion, issuer);
    }
    Actor client = actor(issuer);
    if (presented.kind() == CredentialKind.BASIC) {
      return client == null ? presented : named(presented.toBuilder(), client);
    }
    if (client == null) {
      return null;
    }
    // Without a secret it is a public client, or one that its certificate authenticates.
    CredentialKind kind = request.hasSecret() ? CredentialKind.BASIC : CredentialKind.UNKNOWN;
    return named(CredentialUse.builder(kind).gap(Gap.SCOPES_OPAQUE), client);
  }

  /**
   * A client that signs for itself is named by the server it is registered with; an assertion of
   * somebody else's, a platform's token, is that platform's word about its bearer.
   */
  private CredentialUse ofAssertion(CredentialUse assertion, @Nullable String issuer) {
    Actor client = actor(issuer);
    return isOwn(assertion) && client != null
        ? named(assertion.toBuilder().issuer(null), client)
        : assertion;
  }

  private static CredentialUse named(CredentialUse.Builder use, Actor client) {
    return use.principal(client.id(), client.type()).withoutGap(Gap.PRINCIPAL_UNKNOWN).build();
  }

  private @Nullable String name() {
    String user = presented.principal();
    if (presented.kind() == CredentialKind.BASIC && user != null && user.startsWith(BASIC)) {
      return decoded(user.substring(BASIC.length()));
    }
    CredentialUse assertion = request.clientAssertion();
    return request.clientId() == null && assertion != null && isOwn(assertion)
        ? assertion.issuer()
        : request.clientId();
  }

  /** RFC 7523 s3: issuer and subject are both the client's id. */
  private static boolean isOwn(CredentialUse assertion) {
    String principal = assertion.principal();
    String issuer = assertion.issuer();
    return principal != null && principal.equals(PrincipalIds.oauth(issuer, issuer));
  }

  /** Clients encode their id before they join it with the secret; not all of them do. */
  private static String decoded(String user) {
    try {
      return URLDecoder.decode(user, "UTF-8");
    } catch (UnsupportedEncodingException | IllegalArgumentException e) {
      return user;
    }
  }
}
