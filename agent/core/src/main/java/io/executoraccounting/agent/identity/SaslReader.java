/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Logins by SASL, RFC 4422: the mechanism tells what they are proved with. */
final class SaslReader {
  private final KerberosReader kerberos;

  SaslReader(KerberosReader kerberos) {
    this.kerberos = kerberos;
  }

  CredentialUse read(String mechanism, @Nullable String user, @Nullable String realm) {
    String name = mechanism.toUpperCase(Locale.ROOT);
    if (name.equals("ANONYMOUS")) {
      return CredentialUse.NONE;
    }
    CredentialKind kind = kind(name);
    if (kind == CredentialKind.KERBEROS && user != null) {
      return kerberos.principal(
          realm == null || user.indexOf('@') >= 0 ? user : user + "@" + realm);
    }
    if (kind == CredentialKind.AWS_SIGV4 && user != null && AwsKeyId.isKeyId(user)) {
      return SignatureReader.ofKey(user, false).build();
    }
    CredentialUse.Builder use = CredentialUse.builder(kind).gap(Gap.SCOPES_OPAQUE);
    if (kind == CredentialKind.X509) {
      use.binding(Binding.MTLS);
    }
    String id = realm == null ? "sasl:" + user : "sasl:" + user + "@" + realm;
    boolean named =
        user != null
            && !user.isEmpty()
            && user.length() <= ClaimText.MAX_LENGTH
            && ClaimText.printable(id)
            && kind != CredentialKind.AWS_SIGV4
            && OpaqueToken.of(user) == OpaqueToken.OTHER;
    if (user == null || !named || id.length() > ClaimText.MAX_LENGTH) {
      return use.gap(Gap.PRINCIPAL_UNKNOWN).build();
    }
    // As with databases: a user without its server is not an id of one person or program alone.
    return use.principal(id, Mailbox.isOfPerson(user) ? IdentityType.HUMAN : IdentityType.UNKNOWN)
        .build();
  }

  /** User and password, however they are proved short of SCRAM, are what {@code basic} means. */
  private static CredentialKind kind(String mechanism) {
    if (mechanism.startsWith("SCRAM-")) {
      return CredentialKind.SASL_SCRAM;
    }
    switch (mechanism) {
      case "OAUTHBEARER":
      case "XOAUTH2":
      case "MONGODB-OIDC":
        return CredentialKind.SASL_OAUTHBEARER;
      case "GSSAPI":
      case "GS2-KRB5":
      case "GSS-SPNEGO":
        return CredentialKind.KERBEROS;
      case "EXTERNAL":
      case "MONGODB-X509":
        return CredentialKind.X509;
      case "AWS_MSK_IAM":
      case "MONGODB-AWS":
        return CredentialKind.AWS_SIGV4;
      case "PLAIN":
      case "LOGIN":
      case "CRAM-MD5":
      case "DIGEST-MD5":
        return CredentialKind.BASIC;
      default:
        return CredentialKind.UNKNOWN;
    }
  }
}
