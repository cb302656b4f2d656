/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.AwsKeyId;
import io.executoraccounting.agent.identity.ClaimText;
import io.executoraccounting.agent.identity.grant.message.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What AWS STS answers, in XML or, where a client asks for it, in JSON: ids and names. The secret
 * key and the session token are not read.
 */
final class StsResponse implements Fields {
  private @Nullable String keyId;
  private long expiresAt;
  private @Nullable String arn;
  private @Nullable String sourceIdentity;
  private @Nullable String provider;
  private @Nullable String webSubject;
  private @Nullable String samlIssuer;
  private @Nullable String samlSubject;

  @Override
  public int begins(String parent, String name) {
    switch (name) {
      case "AccessKeyId":
      case "Expiration":
        return parent.equals("Credentials") ? NAME_LENGTH : 0;
      case "Arn":
        return parent.equals("AssumedRoleUser") || parent.equals("FederatedUser") ? NAME_LENGTH : 0;
      case "SourceIdentity":
      case "Provider":
      case "SubjectFromWebIdentityToken":
      case "Issuer":
      case "Subject":
        return NAME_LENGTH;
      default:
        return 0;
    }
  }

  @Override
  public void field(String parent, String name, String value) {
    if (value.isEmpty() || !ClaimText.printable(value)) {
      return;
    }
    switch (name) {
      case "AccessKeyId":
        keyId = AwsKeyId.isKeyId(value) ? value : null;
        break;
      case "Expiration":
        expiresAt = EpochTime.seconds(value);
        break;
      case "Arn":
        arn = value;
        break;
      case "SourceIdentity":
        sourceIdentity = value;
        break;
      case "Provider":
        provider = value;
        break;
      case "SubjectFromWebIdentityToken":
        webSubject = value;
        break;
      case "Issuer":
        samlIssuer = value;
        break;
      default:
        samlSubject = value;
    }
  }

  /** Null if it gives nothing out. */
  @Nullable String keyId() {
    return keyId;
  }

  /** Epoch seconds; 0 if it is not told. */
  long expiresAt() {
    return expiresAt;
  }

  /** Of the assumed role's session, or of the federated user. */
  @Nullable String arn() {
    return arn;
  }

  @Nullable String sourceIdentity() {
    return sourceIdentity;
  }

  /** Who vouches for the web identity. */
  @Nullable String provider() {
    return provider;
  }

  @Nullable String webSubject() {
    return webSubject;
  }

  @Nullable String samlIssuer() {
    return samlIssuer;
  }

  @Nullable String samlSubject() {
    return samlSubject;
  }
}
