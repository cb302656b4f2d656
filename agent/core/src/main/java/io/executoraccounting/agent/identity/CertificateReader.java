/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Verification;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** X.509 certificates, RFC 5280: a SPIFFE id where there is one, else the subject. */
final class CertificateReader {
  private static final int SAN_EMAIL = 1;
  private static final int SAN_DNS = 2;
  private static final int SAN_URI = 6;

  private final Fingerprinter fingerprinter;
  private final CredentialCache cache = new CredentialCache(256);

  CertificateReader(Fingerprinter fingerprinter) {
    this.fingerprinter = fingerprinter;
  }

  /** The TLS stack has verified possession of the key, and the chain as it is configured to. */
  CredentialUse read(X509Certificate leaf) {
    try {
      byte[] encoded = leaf.getEncoded();
      SipHash.Digest key = cache.key(0, new String(encoded, StandardCharsets.ISO_8859_1));
      CredentialUse known = cache.get(key);
      if (known == null) {
        known = describe(leaf, encoded);
        cache.put(key, known);
      }
      return known;
    } catch (CertificateException | RuntimeException e) {
      return unreadable().build();
    }
  }

  private static CredentialUse.Builder builder() {
    return CredentialUse.builder(CredentialKind.X509)
        .binding(Binding.MTLS)
        .verification(Verification.VERIFIED);
  }

  private static CredentialUse.Builder unreadable() {
    return builder().gap(Gap.TOKEN_MALFORMED).gap(Gap.PRINCIPAL_UNKNOWN);
  }

  private CredentialUse describe(X509Certificate leaf, byte[] encoded) {
    CredentialUse.Builder use = builder();
    try {
      use.publicId(hex(KeyedHash.sha256().digest(encoded)));
      use.expiresAt(Math.max(0, leaf.getNotAfter().getTime() / 1000));
      if (!leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal())) {
        // One who signed for itself has no issuer, and may be a person.
        use.issuer(DistinguishedName.of(leaf.getIssuerX500Principal()));
      }
      principal(leaf, use);
    } catch (CertificateException | RuntimeException e) {
      use.gap(Gap.TOKEN_MALFORMED).gap(Gap.PRINCIPAL_UNKNOWN);
    }
    return use.build();
  }

  private void principal(X509Certificate leaf, CredentialUse.Builder use)
      throws CertificateException {
    marks(leaf.getSubjectX500Principal(), use);
    Collection<List<?>> names = leaf.getSubjectAlternativeNames();
    String spiffe = firstUri(names);
    if (spiffe != null) {
      use.principal(spiffe, IdentityType.WORKLOAD);
      return;
    }
    String subject = DistinguishedName.of(leaf.getSubjectX500Principal());
    if (subject == null) {
      use.gap(Gap.PRINCIPAL_UNKNOWN);
    } else {
      use.principal("x509:" + subject, type(names));
    }
  }

  /**
   * The names that servlet containers and Spring Security give to whom a certificate stands for.
   */
  private void marks(X500Principal subject, CredentialUse.Builder use) {
    use.subjectMark(fingerprinter.markOf(subject.getName()));
    use.subjectMark(fingerprinter.markOf(subject.toString()));
    String common = DistinguishedName.commonName(subject);
    if (common != null) {
      use.subjectMark(fingerprinter.markOf(common));
    }
  }

  /** A mailbox belongs to a person, a host name to a machine. */
  private static IdentityType type(@Nullable Collection<List<?>> names) {
    if (has(names, SAN_EMAIL)) {
      return IdentityType.HUMAN;
    }
    return has(names, SAN_DNS) ? IdentityType.WORKLOAD : IdentityType.UNKNOWN;
  }

  private static @Nullable String firstUri(@Nullable Collection<List<?>> names) {
    if (names == null) {
      return null;
    }
    for (List<?> name : names) {
      Object value = is(name, SAN_URI) ? name.get(1) : null;
      if (value instanceof String && isSpiffeId((String) value)) {
        return (String) value;
      }
    }
    return null;
  }

  private static boolean isSpiffeId(String uri) {
    return uri.startsWith("spiffe://")
        && uri.length() <= ClaimText.MAX_LENGTH
        && ClaimText.printable(uri);
  }

  private static boolean has(@Nullable Collection<List<?>> names, int kind) {
    if (names != null) {
      for (List<?> name : names) {
        if (is(name, kind)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean is(List<?> name, int kind) {
    return name.size() == 2 && Integer.valueOf(kind).equals(name.get(0));
  }

  private static String hex(byte[] bytes) {
    StringBuilder hex = new StringBuilder(bytes.length * 2);
    for (byte b : bytes) {
      hex.append(Character.forDigit(b >> 4 & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
    }
    return hex.toString();
  }
}
