/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.AwsKeyId;
import io.executoraccounting.agent.identity.Mailbox;
import io.executoraccounting.agent.identity.grant.message.Fields;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.OutboundCall;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** AWS Security Token Service, and what speaks its protocol. */
final class StsGrant implements GrantProtocol {
  private final CredentialUse presented;
  private final StsRequest request;
  private final StsResponse response = new StsResponse();

  /**
   * @param presented what the headers of the request present: the key that it is signed with
   */
  StsGrant(CredentialReader credentials, CredentialUse presented) {
    this.presented = presented;
    request = new StsRequest(credentials);
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
    // A request with a web identity or SAML is not signed, so that nothing else names the service.
    OutboundCall.Builder described = call.toBuilder("aws.sts").operation(action(type));
    AwsArn role = AwsArn.parse(request.roleArn());
    if (role != null) {
      described.resource(request.roleArn()).account(role.account());
    }
    if (call.credential().kind() == CredentialKind.NONE) {
      described.authority(offered(type), AuthoritySource.CALL);
    }
    return described.build();
  }

  @Override
  public void learn(GrantTable grants) {
    GrantType type = request.type();
    String keyId = response.keyId();
    if (type == null || keyId == null) {
      return;
    }
    CredentialUse subject = subject(type, grants);
    CredentialUse.Builder issued =
        CredentialUse.builder(CredentialKind.AWS_SIGV4_SESSION)
            .publicId(keyId)
            .issuer("aws")
            .expiresAt(response.expiresAt())
            .gap(Gap.SCOPES_OPAQUE);
    principal(type, keyId, issued);
    issued.initiator(initiator(subject));
    grants.learned(new Grant(type, issued.build(), subject, null, Collections.emptyList()));
  }

  private void principal(GrantType type, String keyId, CredentialUse.Builder issued) {
    AwsArn stated = AwsArn.parse(response.arn());
    AwsArn arn = stated == null ? AwsArn.parse(request.roleArn()) : stated;
    issued.tenant(arn == null ? AwsKeyId.account(keyId) : arn.account());
    String role = arn == null ? null : arn.assumedRole();
    String user = arn == null ? null : arn.federatedUser();
    if (arn != null && role != null) {
      String session = arn.session();
      issued
          .principal(role, IdentityType.CLOUD_ROLE)
          .sessionId(session == null ? request.sessionName() : session);
    } else if (user != null && type == GrantType.GET_FEDERATION_TOKEN) {
      issued.principal(response.arn(), typeOf(user));
    } else {
      issued.gap(Gap.PRINCIPAL_UNKNOWN);
    }
  }

  private CredentialUse subject(GrantType type, CredentialLineage lineage) {
    CredentialUse offered = offered(type);
    Grant grant = lineage.grantOf(offered);
    return grant == null ? offered : grant.issued();
  }

  /** Whose right it derives from, as the request, or for want of that the response, states it. */
  private CredentialUse offered(GrantType type) {
    if (type == GrantType.ASSUME_ROLE_WITH_SAML) {
      return unread("saml:", response.samlIssuer(), response.samlSubject());
    }
    if (type != GrantType.ASSUME_ROLE_WITH_WEB_IDENTITY) {
      return presented;
    }
    CredentialUse token = request.webIdentity();
    boolean named = token != null && token.principal() != null;
    CredentialUse told = unread("oauth:", response.provider(), response.webSubject());
    if (token == null || named || told.principal() == null) {
      return token == null ? told : token;
    }
    return token.toBuilder()
        .principal(told.principal(), told.principalType())
        .withoutGap(Gap.PRINCIPAL_UNKNOWN)
        .build();
  }

  private static CredentialUse unread(
      String namespace, @Nullable String issuer, @Nullable String subject) {
    CredentialUse.Builder use =
        CredentialUse.builder(CredentialKind.UNKNOWN).issuer(issuer).gap(Gap.SCOPES_OPAQUE);
    if (issuer == null || subject == null) {
      return use.gap(Gap.PRINCIPAL_UNKNOWN).build();
    }
    return use.principal(namespace + issuer + "#" + subject, typeOf(subject)).build();
  }

  /**
   * Who set it going: the source identity, which AWS keeps through every role that is assumed from
   * this one, else whom the parent's credential names.
   */
  private @Nullable Actor initiator(CredentialUse subject) {
    if (subject.initiator() != null) {
      return subject.initiator();
    }
    String source = response.sourceIdentity();
    source = source == null ? request.sourceIdentity() : source;
    if (source == null) {
      String principal = subject.principal();
      return principal != null && subject.principalType() == IdentityType.HUMAN
          ? new Actor(principal, IdentityType.HUMAN, subject.issuer())
          : null;
    }
    AwsArn role = AwsArn.parse(request.roleArn());
    String account = role == null ? "" : role.account();
    return new Actor("aws:source-identity/" + account + "/" + source, typeOf(source), "aws");
  }

  private static IdentityType typeOf(String name) {
    return Mailbox.isOfPerson(name) ? IdentityType.HUMAN : IdentityType.UNKNOWN;
  }

  private static String action(GrantType type) {
    switch (type) {
      case ASSUME_ROLE_WITH_WEB_IDENTITY:
        return "AssumeRoleWithWebIdentity";
      case ASSUME_ROLE_WITH_SAML:
        return "AssumeRoleWithSAML";
      case GET_SESSION_TOKEN:
        return "GetSessionToken";
      case GET_FEDERATION_TOKEN:
        return "GetFederationToken";
      default:
        return "AssumeRole";
    }
  }
}
