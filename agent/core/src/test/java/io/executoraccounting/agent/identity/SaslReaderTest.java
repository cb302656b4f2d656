/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaslReaderTest {
  private final PresentedCredentialReader reader =
      new PresentedCredentialReader(Fingerprinter.random());

  @ParameterizedTest
  @CsvSource({
    "SCRAM-SHA-256, SASL_SCRAM",
    "scram-sha-512, SASL_SCRAM",
    "SCRAM-SHA-1-PLUS, SASL_SCRAM",
    "OAUTHBEARER, SASL_OAUTHBEARER",
    "XOAUTH2, SASL_OAUTHBEARER",
    "MONGODB-OIDC, SASL_OAUTHBEARER",
    "EXTERNAL, X509",
    "MONGODB-X509, X509",
    "PLAIN, BASIC",
    "LOGIN, BASIC",
    "CRAM-MD5, BASIC",
    "DIGEST-MD5, BASIC",
    "SOMETHING-NEW, UNKNOWN",
  })
  void mechanismTellsWhatTheLoginIsProvedWith(String mechanism, CredentialKind kind) {
    CredentialUse use = reader.fromSasl(mechanism, "orders", "broker:9092");

    assertThat(use.kind()).isEqualTo(kind);
    assertThat(use.principal()).isEqualTo("sasl:orders@broker:9092");
    assertThat(use.fingerprint()).isNull();
    assertThat(use.gaps()).containsExactly(Gap.SCOPES_OPAQUE);
  }

  @Test
  void userWithoutRealmStandsAlone() {
    assertThat(reader.fromSasl("PLAIN", "orders", null).principal()).isEqualTo("sasl:orders");
  }

  @Test
  void mailboxIsAPersons() {
    assertThat(reader.fromSasl("PLAIN", "a@example.com", "ldap").principalType())
        .isEqualTo(IdentityType.HUMAN);
    assertThat(reader.fromSasl("PLAIN", "orders", "ldap").principalType())
        .isEqualTo(IdentityType.UNKNOWN);
  }

  @Test
  void externalIsBoundToTheCertificate() {
    assertThat(reader.fromSasl("EXTERNAL", null, null).binding()).isEqualTo(Binding.MTLS);
    assertThat(reader.fromSasl("PLAIN", "a", null).binding()).isEqualTo(Binding.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "ghp_16C7e42F292c6912E7710c"})
  void whatIsNoNameIsNotTold(String user) {
    CredentialUse use = reader.fromSasl("PLAIN", user, "broker");

    assertThat(use.principal()).isNull();
    assertThat(use.gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void idThatWouldBeCutIsNone() {
    assertThat(reader.fromSasl("PLAIN", "u".repeat(251), null).principal()).hasSize(256);
    assertThat(reader.fromSasl("PLAIN", "u".repeat(252), null).principal()).isNull();
    assertThat(reader.fromSasl("PLAIN", "u".repeat(250), "r").principal()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GSSAPI", "GS2-KRB5", "GSS-SPNEGO"})
  void kerberosNamesThePrincipalWithItsRealm(String mechanism) {
    CredentialUse use = reader.fromSasl(mechanism, "orders", "EXAMPLE.COM");

    assertThat(use.kind()).isEqualTo(CredentialKind.KERBEROS);
    assertThat(use.principal()).isEqualTo("kerberos:orders@EXAMPLE.COM");
    assertThat(reader.fromSasl(mechanism, "orders@EXAMPLE.COM", "db:1").principal())
        .isEqualTo("kerberos:orders@EXAMPLE.COM");
    assertThat(reader.fromSasl(mechanism, null, null).kind()).isEqualTo(CredentialKind.KERBEROS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS_MSK_IAM", "MONGODB-AWS"})
  void awsMechanismsNameTheKey(String mechanism) {
    CredentialUse use = reader.fromSasl(mechanism, "ASIAQNZGKIQY56JQ7WML", null);

    assertThat(use.kind()).isEqualTo(CredentialKind.AWS_SIGV4_SESSION);
    assertThat(use.publicId()).isEqualTo("ASIAQNZGKIQY56JQ7WML");
    assertThat(use.tenant()).isEqualTo("029608264753");
    assertThat(reader.fromSasl(mechanism, "somebody", null).principal()).isNull();
  }

  @Test
  void anonymousPresentsNothing() {
    assertThat(reader.fromSasl("ANONYMOUS", "trace", null)).isSameAs(CredentialUse.NONE);
  }
}
