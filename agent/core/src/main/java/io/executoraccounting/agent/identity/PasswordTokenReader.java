/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that databases take in a password's place. Only a text whose whole shape is a token's is
 * read: anything else may be a password, of which not even a fingerprint is kept.
 */
final class PasswordTokenReader {
  /** Google's access tokens have well over a hundred characters, and few passwords have. */
  private static final int SHORTEST_GOOGLE_TOKEN = 100;

  private final TokenReader tokens;

  PasswordTokenReader(TokenReader tokens) {
    this.tokens = tokens;
  }

  @Nullable CredentialUse read(String password) {
    if (password.length() > BearerToken.MAX_LENGTH) {
      return null;
    }
    CredentialUse signed = signed(password);
    if (signed != null) {
      return signed;
    }
    if (BearerToken.looksLikeJwt(password)) {
      CredentialUse token = tokens.read(password, CredentialKind.JWT);
      // What is encrypted shows nothing that only a token has.
      boolean encrypted = token.issuer() == null && token.principal() == null;
      boolean forged = token.gaps().contains(Gap.SIGNATURE_INVALID);
      return token.gaps().contains(Gap.TOKEN_MALFORMED) || (encrypted && !forged)
          ? null
          : token.toBuilder(CredentialKind.DB_IAM_TOKEN).build();
    }
    OpaqueToken shape = OpaqueToken.of(password);
    if (shape == OpaqueToken.GOOGLE_ACCESS && password.length() >= SHORTEST_GOOGLE_TOKEN) {
      return tokens.read(password, CredentialKind.JWT).toBuilder(CredentialKind.DB_IAM_TOKEN)
          .build();
    }
    return shape == OpaqueToken.DATABRICKS ? tokens.read(password, CredentialKind.JWT) : null;
  }

  /**
   * Amazon RDS, Aurora DSQL and what follows them: the presigned URL of a request to connect,
   * without its scheme. It has no fingerprint: the key's id joins it with the key's other uses.
   */
  private static @Nullable CredentialUse signed(String password) {
    int query = password.indexOf("/?");
    if (query < 0) {
      return null;
    }
    String parameters = password.substring(query + 2);
    String action = QueryParameter.value(parameters, "Action");
    String scope = QueryParameter.value(parameters, "X-Amz-Credential");
    boolean connect =
        "connect".equals(action) || "DbConnect".equals(action) || "DbConnectAdmin".equals(action);
    return connect && scope != null
        ? SignatureReader.fromQuery(parameters, scope).toBuilder(CredentialKind.DB_IAM_TOKEN)
            .build()
        : null;
  }
}
