/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Verification;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateReaderTest {
  private final Fingerprinter fingerprinter = Fingerprinter.random();
  private final PresentedCredentialReader reader = new PresentedCredentialReader(fingerprinter);

  static X509Certificate certificate(String name) throws Exception {
    try (InputStream in = CertificateReaderTest.class.getResourceAsStream(name + ".pem")) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private CredentialUse read(String name) throws Exception {
    return reader.fromCertificates(new X509Certificate[] {certificate(name)});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spiffe | spiffe://example.org/ns/shop/sa/billing | WORKLOAD",
        "host | x509:O=Acme,CN=orders.example.com | WORKLOAD",
        "person | x509:O=Acme,OU=Support\\, EMEA,CN=Jane Doe | HUMAN",
        "plain | x509:O=Acme,CN=batch | UNKNOWN",
      })
  void namesWhomTheCertificateStandsFor(String name, String id, IdentityType type)
      throws Exception {
    CredentialUse use = read(name);

    assertThat(use.principal()).isEqualTo(id);
    assertThat(use.principalType()).isEqualTo(type);
    assertThat(use.gaps()).isEmpty();
  }

  @Test
  void publicIdIsTheDigestOfTheCertificate() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate("spiffe").getEncoded());
    CredentialUse use = read("spiffe");

    assertThat(use.publicId()).isEqualTo(HexFormat.of().formatHex(digest));
    assertThat(use.kind()).isEqualTo(CredentialKind.X509);
    assertThat(use.binding()).isEqualTo(Binding.MTLS);
    assertThat(use.verification()).isEqualTo(Verification.VERIFIED);
    assertThat(use.expiresAt())
        .isEqualTo(certificate("spiffe").getNotAfter().toInstant().getEpochSecond());
  }

  @Test
  void whoSignedForItselfHasNoIssuer() throws Exception {
    assertThat(read("person").issuer()).isNull();
  }

  @Test
  void subjectWithoutANameIsUnknown() throws Exception {
    CredentialUse use = read("nameless");

    assertThat(use.principal()).isNull();
    assertThat(use.gaps()).containsExactly(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void frameworksNamesOfTheSubjectAreRecognised() throws Exception {
    assertThat(read("plain").subjectMarks())
        .contains(
            fingerprinter.markOf("batch"),
            fingerprinter.markOf("O=Acme,CN=batch"),
            fingerprinter.markOf("O=Acme, CN=batch"));
  }

  @Test
  void sameCertificateIsReadOnce() throws Exception {
    assertThat(read("host")).isSameAs(read("host"));
  }

  @Test
  void noCertificatesPresentNothing() {
    assertThat(reader.fromCertificates(new X509Certificate[0])).isSameAs(CredentialUse.NONE);
  }
}
