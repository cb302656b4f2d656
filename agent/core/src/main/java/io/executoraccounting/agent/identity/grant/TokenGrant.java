/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.Mailbox;
import io.executoraccounting.agent.identity.PrincipalIds;
import io.executoraccounting.agent.identity.grant.message.Fields;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.OutboundCall;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A token endpoint of OAuth 2.0: RFC 6749 s3.2 and what extends it. */
final class TokenGrant implements GrantProtocol {
  private final TokenEndpoint endpoint;
  private final TokenRequest request;
  private final TokenResponse response;
  private final TokenClient client;

  /**
   * @param presented what the headers of the request present
   */
  TokenGrant(CredentialReader credentials, TokenEndpoint endpoint, CredentialUse presented) {
    this.endpoint = endpoint;
    request = new TokenRequest(credentials);
    response = new TokenResponse(credentials);
    client = new TokenClient(presented, request);
  }

  @Override
  public Fields request() {
    return request;
  }

  @Override
  public boolean asks() {
    return request.type() != null;
  }

  @Override
  public Fields response() {
    return response;
  }

  @Override
  public OutboundCall describe(OutboundCall call) {
    GrantType type = request.type();
    if (type == null) {
      return call;
    }
    OutboundCall.Builder described =
        call.toBuilder()
            .operation(type.name().toLowerCase(Locale.ROOT))
            .requestedScopes(request.scopes());
    CredentialKind kind = call.credential().kind();
    CredentialUse authority = client.credential(endpoint.issuer());
    if (authority == null) {
      authority = actor(CredentialLineage.UNKNOWN);
    }
    if (authority == null) {
      authority = offered(CredentialLineage.UNKNOWN);
    }
    if (authority != null && (kind == CredentialKind.NONE || kind == CredentialKind.BASIC)) {
      described.authority(authority, AuthoritySource.CALL);
    }
    return described.build();
  }

  @Override
  public void learn(GrantTable grants) {
    GrantType type = request.type();
    CredentialUse token = response.token();
    if (type == null || token == null) {
      return;
    }
    Grant previous =
        type == GrantType.REFRESH_TOKEN ? grants.refreshedBy(request.refreshMark()) : null;
    Grant grant =
        previous == null ? granted(type, token, grants) : renewed(previous, token, grants);
    grants.learned(grant);
    String mark = response.refreshMark();
    grants.refreshable(mark == null ? request.refreshMark() : mark, grant);
  }

  /** A newer token of the same grant: what it came of does not change. RFC 6749 s6. */
  private Grant renewed(Grant previous, CredentialUse token, GrantTable grants) {
    CredentialUse before = previous.issued();
    IssuedToken issued = described(token, grants);
    issued.ofHolder(before);
    issued.issuedTo(before.client());
    issued.meantFor(request.audience().isEmpty() ? before.audience() : request.audience());
    issued.granted(
        response.granted(request.scopes().isEmpty() ? before.scopes() : request.scopes()));
    return new Grant(
        previous.type(), issued.build(), previous.subject(), previous.actor(), requestedScopes());
  }

  private Grant granted(GrantType type, CredentialUse token, GrantTable grants) {
    IssuedToken issued = described(token, grants);
    String issuer = issuer(token);
    issued.issuedTo(client.actor(issuer));
    issued.meantFor(request.audience());
    issued.granted(response.granted(request.scopes()));
    CredentialUse subject = offered(grants);
    CredentialUse actor = actor(grants);
    switch (type) {
      case CLIENT_CREDENTIALS:
        issued.ofClient(client.actor(issuer));
        subject = client.credential(issuer);
        break;
      case JWT_BEARER:
      case ON_BEHALF_OF:
      case TOKEN_EXCHANGE:
        issued.delegated(subject, actor);
        break;
      default:
        issued.ofHolder(owner(issuer));
    }
    return new Grant(type, issued.build(), subject, actor, requestedScopes());
  }

  /** What stands for the granted scopes, but where those are others that cannot be read. */
  private List<String> requestedScopes() {
    return response.hidesScopes() ? Collections.emptyList() : request.scopes();
  }

  private IssuedToken described(CredentialUse token, GrantTable grants) {
    IssuedToken issued = new IssuedToken(token);
    issued.issuedBy(issuer(token));
    if (response.lifeSeconds() > 0) {
      issued.expiresAt(grants.nowSeconds() + response.lifeSeconds());
    }
    return issued;
  }

  /** What a token says, this one or the ID token beside it, is surer than an address. */
  private @Nullable String issuer(CredentialUse token) {
    if (token.issuer() != null) {
      return token.issuer();
    }
    CredentialUse identity = response.identity();
    return identity == null || identity.issuer() == null ? endpoint.issuer() : identity.issuer();
  }

  /** The token whose right is asked for anew; null where none was offered, or none can be read. */
  private @Nullable CredentialUse offered(CredentialLineage lineage) {
    CredentialUse subject = request.subject();
    CredentialUse assertion = request.assertion();
    if (subject != null) {
      return described(subject, lineage);
    }
    return assertion == null ? null : described(new JwtAssertion(assertion).subject(), lineage);
  }

  private @Nullable CredentialUse actor(CredentialLineage lineage) {
    CredentialUse actor = request.actor();
    CredentialUse assertion = request.assertion();
    if (actor != null) {
      return described(actor, lineage);
    }
    return assertion == null ? null : new JwtAssertion(assertion).actor();
  }

  /** With what was learned when it was given out itself. */
  private static CredentialUse described(CredentialUse use, CredentialLineage lineage) {
    Grant grant = lineage.grantOf(use);
    return grant == null ? use : grant.issued();
  }

  /** Who let the client have it: whom the ID token names, or who gave a password. */
  private @Nullable CredentialUse owner(@Nullable String issuer) {
    CredentialUse identity = response.identity();
    String username = request.username();
    if (identity == null && username != null) {
      IdentityType type = Mailbox.isOfPerson(username) ? IdentityType.HUMAN : IdentityType.UNKNOWN;
      return CredentialUse.builder(CredentialKind.UNKNOWN)
          .principal(PrincipalIds.oauth(issuer, username), type)
          .build();
    }
    if (identity == null || identity.principalType() != IdentityType.UNKNOWN) {
      return identity;
    }
    return identity.toBuilder().principal(identity.principal(), IdentityType.HUMAN).build();
  }
}
