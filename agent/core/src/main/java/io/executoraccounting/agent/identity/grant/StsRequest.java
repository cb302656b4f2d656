/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.ClaimText;
import io.executoraccounting.agent.identity.grant.message.Fields;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.GrantType;
import org.jspecify.annotations.Nullable;

/**
 * What a request to AWS STS says, in the query protocol of 2011-06-15. Policies, tags, external ids
 * and SAML are not read.
 */
final class StsRequest implements Fields {
  /** IAM's own limit is 2,048; what is longer could not be told. */
  private static final int ARN_LENGTH = NAME_LENGTH;

  private final CredentialReader credentials;
  private boolean ambiguous;
  private @Nullable GrantType type;
  private @Nullable String roleArn;
  private @Nullable String sessionName;
  private @Nullable String sourceIdentity;
  private @Nullable CredentialUse webIdentity;

  StsRequest(CredentialReader credentials) {
    this.credentials = credentials;
  }

  @Override
  public int begins(String parent, String name) {
    switch (name) {
      case "Action":
      case "RoleSessionName":
      case "SourceIdentity":
        return NAME_LENGTH;
      case "RoleArn":
        return ARN_LENGTH;
      case "WebIdentityToken":
        return TOKEN_LENGTH;
      default:
        return 0;
    }
  }

  @Override
  public void field(String parent, String name, String value) {
    switch (name) {
      case "Action":
        ambiguous |= type != null;
        type = typeOf(value);
        break;
      case "RoleSessionName":
        sessionName = tellable(value);
        break;
      case "SourceIdentity":
        sourceIdentity = tellable(value);
        break;
      case "RoleArn":
        ambiguous |= roleArn != null;
        roleArn = value.startsWith("arn:") ? tellable(value) : null;
        break;
      default:
        webIdentity = value.isEmpty() ? null : credentials.fromToken(value, CredentialKind.JWT);
    }
  }

  private static @Nullable String tellable(String value) {
    return value.isEmpty() || !ClaimText.printable(value) ? null : value;
  }

  private static @Nullable GrantType typeOf(String action) {
    switch (action) {
      case "AssumeRole":
        return GrantType.ASSUME_ROLE;
      case "AssumeRoleWithWebIdentity":
        return GrantType.ASSUME_ROLE_WITH_WEB_IDENTITY;
      case "AssumeRoleWithSAML":
        return GrantType.ASSUME_ROLE_WITH_SAML;
      case "GetSessionToken":
        return GrantType.GET_SESSION_TOKEN;
      case "GetFederationToken":
        return GrantType.GET_FEDERATION_TOKEN;
      default:
        return null;
    }
  }

  /** Null where it is no operation that gives out credentials. */
  @Nullable GrantType type() {
    return ambiguous ? null : type;
  }

  @Nullable String roleArn() {
    return roleArn;
  }

  @Nullable String sessionName() {
    return sessionName;
  }

  @Nullable String sourceIdentity() {
    return sourceIdentity;
  }

  @Nullable CredentialUse webIdentity() {
    return webIdentity;
  }
}
