/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.agent.identity.TestTokens.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTokenReaderTest {
  private static final String SIGNED =
      "&X-Amz-Credential=ASIAQNZGKIQY56JQ7WML%2F20261124%2Feu-central-1%2Frds-db%2Faws4_request"
          + "&X-Amz-Date=20261124T100000Z&X-Amz-Expires=900&X-Amz-Signature=5d672d79c15b1316";

  private final PresentedCredentialReader reader =
      new PresentedCredentialReader(Fingerprinter.random());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db:5432/?Action=connect&DBUser=app",
        "abc.dsql.eu-central-1.on.aws/?Action=DbConnect",
        "abc.dsql.eu-central-1.on.aws/?Action=DbConnectAdmin",
      })
  void requestToConnectNamesTheKeyThatSignedIt(String request) {
    CredentialUse use = reader.fromPassword(request + SIGNED);

    assertThat(use).isNotNull();
    assertThat(use.kind()).isEqualTo(CredentialKind.DB_IAM_TOKEN);
    assertThat(use.publicId()).isEqualTo("ASIAQNZGKIQY56JQ7WML");
    assertThat(use.tenant()).isEqualTo("029608264753");
    assertThat(use.expiresAt()).isEqualTo(1_795_515_300L);
    assertThat(use.fingerprint()).isNull();
  }

  @Test
  void jwtIsItsClaimsUnderItsOwnFingerprint() {
    String token = jwt("{'iss':'https://as','sub':'u','exp':1700000000}");
    CredentialUse use = reader.fromPassword(token);

    assertThat(use).isNotNull();
    assertThat(use.kind()).isEqualTo(CredentialKind.DB_IAM_TOKEN);
    assertThat(use.principal()).isEqualTo("oauth:https://as#u");
    assertThat(use.fingerprint())
        .isEqualTo(reader.fromHeaders(Headers.bearer(token)).fingerprint());
  }

  @Test
  void accessTokenOfGoogleIsATokenOfThatLengthAlone() {
    CredentialUse use = reader.fromPassword("ya29." + "a".repeat(95));

    assertThat(use).isNotNull();
    assertThat(use.kind()).isEqualTo(CredentialKind.DB_IAM_TOKEN);
    assertThat(use.provider()).isEqualTo("google");
    assertThat(reader.fromPassword("ya29." + "a".repeat(94))).isNull();
  }

  @Test
  void tokenOfDatabricksIsOpaque() {
    CredentialUse use = reader.fromPassword("dapi0123456789abcdef0123456789abcdef");

    assertThat(use).isNotNull();
    assertThat(use.kind()).isEqualTo(CredentialKind.OPAQUE_BEARER);
    assertThat(use.provider()).isEqualTo("databricks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyes.are.the.best.ever",
        "",
        "hunter2",
        "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        "sk-live",
        "dapi0123",
        "eyJ.eyJ.x",
        "db:5432/?Action=connect",
        "db:5432/?Action=drop&X-Amz-Credential=ASIAQNZGKIQY56JQ7WML",
        "Action=connect&X-Amz-Credential=ASIAQNZGKIQY56JQ7WML",
      })
  void whatMayBeAPasswordLeavesNothing(String password) {
    assertThat(reader.fromPassword(password)).isNull();
  }

  @Test
  void whatIsTooLongForATokenLeavesNothing() {
    assertThat(reader.fromPassword("db/?Action=connect" + SIGNED + "x".repeat(9000))).isNull();
  }
}
