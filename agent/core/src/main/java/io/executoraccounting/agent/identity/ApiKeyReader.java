/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.HeaderSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** API keys: their product, their public id where they have one, and a fingerprint. */
final class ApiKeyReader {
  private final Fingerprinter fingerprinter;
  private final TokenReader tokens;
  private final CredentialCache cache = new CredentialCache(256);

  ApiKeyReader(Fingerprinter fingerprinter, TokenReader tokens) {
    this.fingerprinter = fingerprinter;
    this.tokens = tokens;
  }

  /** The key in a header of its own; null if there is none. */
  @Nullable CredentialUse read(HeaderSource headers) {
    for (ApiKeyHeader known : ApiKeyHeader.all()) {
      String secret = headers.get(known.header());
      if (secret != null && !secret.isEmpty()) {
        CredentialUse use = keyed(secret.trim(), known.product());
        String idHeader = known.idHeader();
        return idHeader == null ? use : named(use, headers.get(idHeader));
      }
    }
    return null;
  }

  /**
   * A key by itself; a JWT in a key's place says whose it is, and is read as one.
   *
   * @param product null where the key's own prefix is to tell
   */
  CredentialUse keyed(String secret, @Nullable String product) {
    if (BearerToken.looksLikeJwt(secret)) {
      return tokens.read(secret, CredentialKind.JWT);
    }
    if (secret.length() > BearerToken.MAX_LENGTH) {
      return describe(product, IdentityType.API_KEY).gap(Gap.BUDGET_EXCEEDED).build();
    }
    SipHash.Digest key = cache.key(product == null ? 0 : product.hashCode(), secret);
    CredentialUse known = cache.get(key);
    if (known == null) {
      OpaqueToken shape = OpaqueToken.of(secret);
      String told = product == null && !shape.product().isEmpty() ? shape.product() : product;
      IdentityType holder =
          shape.holder() == IdentityType.UNKNOWN ? IdentityType.API_KEY : shape.holder();
      known =
          describe(told, holder)
              .fingerprint(fingerprinter.of(SecretKind.of(secret), secret))
              .build();
      cache.put(key, known);
    }
    return known;
  }

  /**
   * {@code ApiKey}, of many products; Elasticsearch's is the base 64 of {@code id:key}, whose id is
   * public.
   */
  CredentialUse keyedWithId(String parameters) {
    if (parameters.length() > BearerToken.MAX_LENGTH) {
      return keyed(parameters, null);
    }
    byte[] pair;
    try {
      pair = Base64.getDecoder().decode(parameters);
    } catch (IllegalArgumentException e) {
      return keyed(parameters, null);
    }
    String id = idBeforeColon(pair);
    Arrays.fill(pair, (byte) 0);
    return id == null ? keyed(parameters, null) : named(keyed(parameters, "elasticsearch"), id);
  }

  /** Null unless the whole is an id, a colon and a key: 20 characters of base64url before it. */
  private static @Nullable String idBeforeColon(byte[] pair) {
    int length = 20;
    if (pair.length <= length + 1 || pair[length] != ':') {
      return null;
    }
    String id = new String(pair, 0, length, StandardCharsets.ISO_8859_1);
    return isPlain(id) ? id : null;
  }

  /** The id is told only where it cannot be more than one. */
  private static CredentialUse named(CredentialUse use, @Nullable String id) {
    return id == null || id.length() > 128 || !isPlain(id)
        ? use
        : use.toBuilder().publicId(id).build();
  }

  private static boolean isPlain(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && "-_.".indexOf(c) < 0) {
        return false;
      }
    }
    return !id.isEmpty();
  }

  private static CredentialUse.Builder describe(@Nullable String product, IdentityType holder) {
    return CredentialUse.builder(CredentialKind.API_KEY)
        .principal(null, holder)
        .provider(product)
        .gap(Gap.PRINCIPAL_UNKNOWN)
        .gap(Gap.SCOPES_OPAQUE);
  }
}
