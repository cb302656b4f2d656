/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.HeaderSource;
import java.security.cert.X509Certificate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the credentials that calls present. Safe for use by many threads. */
public final class PresentedCredentialReader implements CredentialReader {
  private static final CredentialUse SESSION_COOKIE = unreadable(CredentialKind.SESSION_COOKIE);
  private static final CredentialUse KERBEROS = unreadable(CredentialKind.KERBEROS);
  private static final CredentialUse UNKNOWN = unreadable(CredentialKind.UNKNOWN);

  private final TokenReader tokens;
  private final BasicReader basic;
  private final ApiKeyReader apiKeys;
  private final CertificateReader certificates;

  public PresentedCredentialReader(Fingerprinter fingerprinter) {
    tokens = new TokenReader(fingerprinter);
    basic = new BasicReader(fingerprinter);
    apiKeys = new ApiKeyReader(fingerprinter);
    certificates = new CertificateReader(fingerprinter);
  }

  private static CredentialUse unreadable(CredentialKind kind) {
    return CredentialUse.builder(kind).gap(Gap.PRINCIPAL_UNKNOWN).gap(Gap.SCOPES_OPAQUE).build();
  }

  @Override
  public CredentialUse fromHeaders(HeaderSource headers) {
    try {
      return strongest(headers);
    } catch (RuntimeException e) {
      return UNKNOWN;
    }
  }

  private CredentialUse strongest(HeaderSource headers) {
    String authorization = headers.get("Authorization");
    if (authorization != null && !authorization.isEmpty()) {
      return fromAuthorization(authorization, headers);
    }
    String transaction = headers.get("Txn-Token");
    if (transaction != null) {
      return tokens.read(transaction.trim(), CredentialKind.TXN_TOKEN);
    }
    CredentialUse apiKey = apiKeys.read(headers);
    if (apiKey != null) {
      return apiKey;
    }
    return headers.get("Cookie") == null ? CredentialUse.NONE : SESSION_COOKIE;
  }

  private CredentialUse fromAuthorization(String header, HeaderSource headers) {
    int start = 0;
    while (start < header.length() && header.charAt(start) <= ' ') {
      start++;
    }
    int end = header.indexOf(' ', start);
    if (end < 0 || end - start > 32) {
      return UNKNOWN;
    }
    String parameters = header.substring(end + 1).trim();
    switch (header.substring(start, end).toLowerCase(Locale.ROOT)) {
      case "bearer":
      case "token": // GitHub's own name for it
        return tokens.read(parameters, CredentialKind.JWT);
      case "dpop":
        return tokens.read(parameters, CredentialKind.DPOP_JWT);
      case "basic":
        return basic.read(parameters);
      case "aws4-hmac-sha256":
      case "aws4-ecdsa-p256-sha256":
        return SignatureReader.read(parameters, headers.get("X-Amz-Security-Token") != null);
      case "negotiate":
        return KERBEROS;
      default:
        return UNKNOWN;
    }
  }

  @Override
  public CredentialUse fromToken(String token, CredentialKind presented) {
    try {
      return tokens.read(token.trim(), presented);
    } catch (RuntimeException e) {
      return UNKNOWN;
    }
  }

  @Override
  public CredentialUse fromCertificates(X509Certificate[] chain) {
    return chain.length == 0 ? CredentialUse.NONE : certificates.read(chain[0]);
  }

  @Override
  public CredentialUse fromDatabaseLogin(
      CredentialKind kind,
      String system,
      @Nullable String user,
      @Nullable String realm,
      @Nullable String provider) {
    if (user == null || user.isEmpty() || user.length() > ClaimText.MAX_LENGTH) {
      return UNKNOWN.toBuilder().provider(provider).build();
    }
    if (!ClaimText.printable(user)) {
      return UNKNOWN.toBuilder().provider(provider).gap(Gap.TOKEN_MALFORMED).build();
    }
    // Two servers have two users of one name, so that a user without its server is not an id.
    String id = realm == null ? system + ":" + user : system + ":" + user + "@" + realm;
    return CredentialUse.builder(kind)
        .principal(id, Mailbox.isOfPerson(user) ? IdentityType.HUMAN : IdentityType.DB_ROLE)
        .provider(provider)
        .gap(Gap.SCOPES_OPAQUE)
        .build();
  }
}
