/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.Gap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Tells JSON web tokens (RFC 7515 s3.1, RFC 7516 s3.1) from opaque ones and decodes their claims.
 */
final class BearerToken {
  /** Characters of a token that is read; longer ones are only counted as such. */
  static final int MAX_LENGTH = 8 * 1024;

  private BearerToken() {}

  /** Whether it starts as the encoding of a JSON object does, and has the dots of a JWS or JWE. */
  static boolean looksLikeJwt(String token) {
    if (!token.startsWith("ey") && !token.startsWith("ew")) {
      return false;
    }
    int dots = dots(token);
    return dots == 2 || dots == 4;
  }

  private static int dots(String token) {
    int dots = 0;
    for (int i = token.indexOf('.'); i >= 0 && dots <= 4; i = token.indexOf('.', i + 1)) {
      dots++;
    }
    return dots;
  }

  /**
   * The claims of a JWS; null, and the gap, if it is not one that says anything: encrypted,
   * unsigned, malformed.
   */
  static Claims decode(String token) {
    if (dots(token) == 4) {
      return new Claims(null, Gap.SCOPES_OPAQUE);
    }
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    TokenClaims claims = new TokenClaims();
    try {
      decode(token.substring(0, first), claims, true);
      if (claims.algorithm == null
          || claims.algorithm.equalsIgnoreCase("none")
          || second == token.length() - 1) {
        return new Claims(null, Gap.TOKEN_MALFORMED);
      }
      decode(token.substring(first + 1, second), claims, false);
      return new Claims(claims, null);
    } catch (IOException | RuntimeException e) {
      return new Claims(null, Gap.TOKEN_MALFORMED);
    }
  }

  private static void decode(String part, TokenClaims claims, boolean header) throws IOException {
    byte[] bytes = Base64.getUrlDecoder().decode(part);
    char[] json = null;
    try {
      CharBuffer text = utf8(bytes);
      json = text.array();
      if (header) {
        ClaimsParser.header(json, text.limit(), claims);
      } else {
        ClaimsParser.payload(json, text.limit(), claims);
      }
    } finally {
      Arrays.fill(bytes, (byte) 0);
      if (json != null) {
        Arrays.fill(json, '\0');
      }
    }
  }

  /** Strict, for two spellings of one name must not pass for the same. */
  private static CharBuffer utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
  }

  /** What was decoded, or why nothing was. */
  static final class Claims {
    final @Nullable TokenClaims claims;
    final @Nullable Gap gap;

    private Claims(@Nullable TokenClaims claims, @Nullable Gap gap) {
      this.claims = claims;
      this.gap = gap;
    }
  }
}
