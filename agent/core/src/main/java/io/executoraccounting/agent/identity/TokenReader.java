/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.agent.identity.SignatureVerifier.Verdict;
import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Verification;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens, RFC 6750, opaque or JWT: each text is read once and remembered by a keyed hash.
 */
final class TokenReader {
  private final Fingerprinter fingerprinter;
  private final SignatureVerifier signatures;
  private final CredentialCache cache = new CredentialCache(1024);

  TokenReader(Fingerprinter fingerprinter, SignatureVerifier signatures) {
    this.fingerprinter = fingerprinter;
    this.signatures = signatures;
  }

  /**
   * @param presented {@code JWT}, {@code DPOP_JWT} or {@code TXN_TOKEN}, as the header says
   */
  CredentialUse read(String token, CredentialKind presented) {
    boolean jwt = BearerToken.looksLikeJwt(token);
    if (token.length() > BearerToken.MAX_LENGTH) {
      return CredentialUse.builder(jwt ? presented : CredentialKind.OPAQUE_BEARER)
          .binding(bindingOf(presented))
          .gap(Gap.BUDGET_EXCEEDED)
          .gap(Gap.PRINCIPAL_UNKNOWN)
          .gap(Gap.SCOPES_OPAQUE)
          .build();
    }
    SipHash.Digest key = cache.key(presented.ordinal() | signatures.generation() << 8, token);
    CredentialUse known = cache.get(key);
    if (known != null) {
      return known;
    }
    if (!jwt) {
      return remembered(key, opaque(token, bindingOf(presented)));
    }
    BearerToken.Claims decoded = BearerToken.decode(token);
    Verdict verdict = verdict(token, decoded.claims);
    CredentialUse use = jwt(token, presented, decoded, verdict);
    // A key that is not known now may be known at the token's next use.
    return verdict == Verdict.UNDECIDED ? use : remembered(key, use);
  }

  private CredentialUse remembered(SipHash.Digest key, CredentialUse use) {
    cache.put(key, use);
    return use;
  }

  private Verdict verdict(String token, @Nullable TokenClaims claims) {
    return claims == null || claims.issuer == null || claims.algorithm == null || claims.uncheckable
        ? Verdict.UNCHECKED
        : signatures.verify(token, claims.issuer, claims.algorithm, claims.keyId);
  }

  private static Binding bindingOf(CredentialKind presented) {
    return presented == CredentialKind.DPOP_JWT ? Binding.DPOP : Binding.NONE;
  }

  private CredentialUse jwt(
      String token, CredentialKind presented, BearerToken.Claims decoded, Verdict verdict) {
    TokenClaims claims = decoded.claims;
    CredentialKind kind = claims == null ? presented : TokenKinds.of(claims, presented);
    CredentialUse.Builder use =
        CredentialUse.builder(kind)
            .fingerprint(fingerprinter.of(SecretKind.of(token), token))
            .binding(bindingOf(presented));
    if (claims == null) {
      use.gap(Gap.PRINCIPAL_UNKNOWN).gap(Gap.SCOPES_OPAQUE);
      if (decoded.gap != null) {
        use.gap(decoded.gap);
      }
      return use.build();
    }
    if (verdict == Verdict.INVALID) {
      return use.verification(Verification.NONE)
          .gap(Gap.SIGNATURE_INVALID)
          .gap(Gap.PRINCIPAL_UNKNOWN)
          .gap(Gap.SCOPES_OPAQUE)
          .build();
    }
    if (verdict == Verdict.VERIFIED) {
      use.verification(Verification.VERIFIED);
    }
    new TokenDescription(claims, kind == CredentialKind.TXN_TOKEN).writeTo(use);
    PlatformToken.refine(claims, use);
    for (String name : claims.subjectNames) {
      use.subjectMark(fingerprinter.markOf(name));
    }
    if (claims.clientId != null && SubjectTypes.isClientItself(claims)) {
      use.subjectMark(fingerprinter.markOf(claims.clientId));
    }
    return use.build();
  }

  private CredentialUse opaque(String token, Binding binding) {
    OpaqueToken product = OpaqueToken.of(token);
    return CredentialUse.builder(product.kind())
        .fingerprint(fingerprinter.of(SecretKind.of(token), token))
        .principal(null, product.holder())
        .provider(product.product().isEmpty() ? null : product.product())
        .binding(binding)
        .gap(Gap.PRINCIPAL_UNKNOWN)
        .gap(Gap.SCOPES_OPAQUE)
        .build();
  }
}
