/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KerberosReaderTest {
  private final Fingerprinter fingerprinter = Fingerprinter.random();
  private final PresentedCredentialReader reader = new PresentedCredentialReader(fingerprinter);

  @ParameterizedTest
  @CsvSource({
    "HTTP/web.example.com@EXAMPLE.COM, SERVICE_ACCOUNT",
    "WEB01$@EXAMPLE.COM, SERVICE_ACCOUNT",
    "alice@EXAMPLE.COM, UNKNOWN",
    "alice/admin@EXAMPLE.COM, UNKNOWN",
    "batch, UNKNOWN",
  })
  void namesThePrincipal(String name, IdentityType type) {
    CredentialUse use = reader.fromKerberosPrincipal(name);

    assertThat(use.kind()).isEqualTo(CredentialKind.KERBEROS);
    assertThat(use.principal()).isEqualTo("kerberos:" + name);
    assertThat(use.principalType()).isEqualTo(type);
    assertThat(use.gaps()).containsExactly(Gap.SCOPES_OPAQUE);
  }

  @Test
  void realmVouchesForThePrincipal() {
    assertThat(reader.fromKerberosPrincipal("a@EXAMPLE.COM").issuer()).isEqualTo("EXAMPLE.COM");
    assertThat(reader.fromKerberosPrincipal("a").issuer()).isNull();
    assertThat(reader.fromKerberosPrincipal("a@").issuer()).isNull();
  }

  @Test
  void isKnownWithAndWithoutItsRealm() {
    assertThat(reader.fromKerberosPrincipal("a@EXAMPLE.COM").subjectMarks())
        .containsExactlyInAnyOrder(
            fingerprinter.markOf("a@EXAMPLE.COM"), fingerprinter.markOf("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb"})
  void whatIsNoNameIsNotTold(String name) {
    CredentialUse use = reader.fromKerberosPrincipal(name);

    assertThat(use.principal()).isNull();
    assertThat(use.gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void idThatWouldBeCutIsNone() {
    assertThat(reader.fromKerberosPrincipal("u".repeat(247)).principal()).hasSize(256);
    assertThat(reader.fromKerberosPrincipal("u".repeat(248)).principal()).isNull();
  }

  private CredentialUse negotiate(byte[] message) {
    return reader.fromHeaders(
        Headers.of("Authorization", "Negotiate " + Base64.getEncoder().encodeToString(message)));
  }

  @Test
  void ntlmInsideNegotiateIsNoKerberos() {
    byte[] bare = "NTLMSSP\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] wrapped =
        "\140\110\6\6+\6\1\5\5\2\240>0<NTLMSSP\0\1".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(negotiate(bare).kind()).isEqualTo(CredentialKind.UNKNOWN);
    assertThat(negotiate(bare).provider()).isEqualTo("ntlm");
    assertThat(negotiate(wrapped).kind()).isEqualTo(CredentialKind.UNKNOWN);
  }

  @Test
  void otherMechanismsAreTakenForKerberos() {
    CredentialUse use = negotiate(new byte[] {0x60, 0x48, 6, 6, 0x2b, 6, 1, 5, 5, 2, 0x2a, 1, 2});

    assertThat(use.kind()).isEqualTo(CredentialKind.KERBEROS);
    assertThat(use.provider()).isNull();
    assertThat(use.principal()).isNull();
    assertThat(use.gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void whatIsNoBase64IsTakenForKerberos() {
    CredentialUse use = reader.fromHeaders(Headers.of("Authorization", "Negotiate !!!!"));

    assertThat(use.kind()).isEqualTo(CredentialKind.KERBEROS);
  }

  @Test
  void onlyTheBeginningOfAMessageIsLookedAt() {
    byte[] late = new byte[400];
    byte[] ntlm = "NTLMSSP\0".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(ntlm, 0, late, 300, ntlm.length);

    assertThat(negotiate(late).kind()).isEqualTo(CredentialKind.KERBEROS);
    System.arraycopy(ntlm, 0, late, 192 - ntlm.length, ntlm.length);
    assertThat(negotiate(late).kind()).isEqualTo(CredentialKind.UNKNOWN);
  }
}
