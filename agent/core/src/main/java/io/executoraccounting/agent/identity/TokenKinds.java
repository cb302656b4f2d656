/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.CredentialKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Of which kind a JWT is. A header that names the kind decides; else the token's own type and
 * subject do: {@code txntoken+jwt} is a transaction token, a subject that is a SPIFFE id makes a
 * JWT-SVID where the type is one that JWT-SVID allows (s2.2) and no other specification's.
 *
 * <p>A cloud's own token for the cloud's own API is {@code azure_token} or {@code gcp_token}: one
 * that Entra issued and whose every audience is a resource of Microsoft's, and one that a Google
 * service account signed itself for {@code googleapis.com}. The same issuers' tokens for anybody
 * else's API are {@code jwt}, as any OAuth server's are.
 */
final class TokenKinds {
  private static final String[] MICROSOFT = {
    ".azure.com",
    ".azure.net",
    ".azure.us",
    ".azure.cn",
    ".azuresynapse.net",
    ".microsoft.com",
    ".windows.net",
    ".usgovcloudapi.net",
    ".chinacloudapi.cn"
  };

  /** Where customers of Azure have names. */
  private static final String CUSTOMERS = ".cloudapp.";

  /** Ids of Microsoft's first applications, Graph among them. */
  private static final String FIRST_PARTY = "-0000-0000-c000-000000000000";

  private TokenKinds() {}

  static CredentialKind of(TokenClaims claims, CredentialKind presented) {
    if (presented != CredentialKind.JWT) {
      return presented;
    }
    String type = claims.type == null ? "" : claims.type.toLowerCase(Locale.ROOT);
    if (type.startsWith("txntoken")) {
      return CredentialKind.TXN_TOKEN;
    }
    String subject = claims.subject;
    boolean untyped = type.isEmpty() || type.equals("jwt") || type.equals("jose");
    if (untyped && subject != null && subject.startsWith("spiffe://")) {
      return CredentialKind.JWT_SVID;
    }
    return ofCloud(claims);
  }

  private static CredentialKind ofCloud(TokenClaims claims) {
    String issuer = claims.issuer;
    if (issuer == null || claims.audience.isEmpty()) {
      return CredentialKind.JWT;
    }
    if (EntraToken.isIssuer(issuer) && areMicrosofts(claims.audience)) {
      return CredentialKind.AZURE_TOKEN;
    }
    return PrincipalIds.isGoogleServiceAccount(issuer) && areGoogles(claims.audience)
        ? CredentialKind.GCP_TOKEN
        : CredentialKind.JWT;
  }

  private static boolean areMicrosofts(List<String> audience) {
    for (String item : audience) {
      if (!item.endsWith(FIRST_PARTY) && !isMicrosofts(hostOf(item))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMicrosofts(@Nullable String host) {
    if (host == null || host.contains(CUSTOMERS)) {
      return false;
    }
    for (String domain : MICROSOFT) {
      if (host.endsWith(domain)) {
        return true;
      }
    }
    return false;
  }

  private static boolean areGoogles(List<String> audience) {
    for (String item : audience) {
      String host = hostOf(item);
      if (host == null || !host.endsWith(".googleapis.com")) {
        return false;
      }
    }
    return true;
  }

  /** Null for what is no web URL. */
  private static @Nullable String hostOf(String audience) {
    if (!audience.startsWith("https://")) {
      return null;
    }
    int to = 8;
    while (to < audience.length() && "/:?#@".indexOf(audience.charAt(to)) < 0) {
      to++;
    }
    return audience.substring(8, to).toLowerCase(Locale.ROOT);
  }
}
