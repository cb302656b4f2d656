/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueTokenTest {
  @ParameterizedTest
  @CsvSource({
    "ghr_1B4a2e77838347a7E420ce178F2E7c6912E1, OPAQUE_BEARER, github_refresh, UNKNOWN",
    "gldt-abcdefghij, OPAQUE_BEARER, gitlab_deploy, SERVICE_ACCOUNT",
    "glrt-abcdefghij, OPAQUE_BEARER, gitlab_runner, SERVICE_ACCOUNT",
    "glcbt-64_abcdef, OPAQUE_BEARER, gitlab_ci_job, CI_JOB",
    "glptt-abcdefghij, OPAQUE_BEARER, gitlab_trigger, UNKNOWN",
    "glsoat-abcdefghi, OPAQUE_BEARER, gitlab_scim, SERVICE_ACCOUNT",
    "xapp-1-A0-1-abc, OPAQUE_BEARER, slack_app, SERVICE_ACCOUNT",
    "xoxe-1-abc, OPAQUE_BEARER, slack_refresh, UNKNOWN",
    "xoxe.xoxb-1-abc, OPAQUE_BEARER, slack_bot, SERVICE_ACCOUNT",
    "xoxe.xoxp-1-abc, OPAQUE_BEARER, slack_user, UNKNOWN",
    "hvr.abcdef, OPAQUE_BEARER, vault_recovery, UNKNOWN",
    "s.abcdefghijklmnopqrstuvwx, OPAQUE_BEARER, vault_service, UNKNOWN",
    "s.abcdefghijklmnopqrstuvw, OPAQUE_BEARER, '', UNKNOWN",
    "s.abcdefghijklmnopqrstuv-x, OPAQUE_BEARER, '', UNKNOWN",
    "GOCSPX-abcdef, API_KEY, google_oauth_client, API_KEY",
    "sk-svcacct-abc, API_KEY, openai_service_account, API_KEY",
    "sk-admin-abc, API_KEY, openai_admin, API_KEY",
    "sk-ant-admin01-abc, API_KEY, anthropic_admin, API_KEY",
    "sk-abcdef, API_KEY, '', API_KEY",
    "sk_live_abc, API_KEY, stripe_live, API_KEY",
    "sk_test_abc, API_KEY, stripe_test, API_KEY",
    "rk_live_abc, API_KEY, stripe_live, API_KEY",
    "rk_test_abc, API_KEY, stripe_test, API_KEY",
    "npm_abc, OPAQUE_BEARER, npm, UNKNOWN",
    "pypi-abc, OPAQUE_BEARER, pypi, UNKNOWN",
    "dapi0123456789abcdef0123456789abcdef, OPAQUE_BEARER, databricks, UNKNOWN",
    "dapi0123456789abcdef0123456789abcdef-2, OPAQUE_BEARER, databricks, UNKNOWN",
    "dapi0123456789abcdef0123456789abcdeg, OPAQUE_BEARER, '', UNKNOWN",
    "dapi0123, OPAQUE_BEARER, '', UNKNOWN",
    "dose0123456789abcdef0123456789abcdef, API_KEY, databricks, API_KEY",
    "dop_v1_abc, OPAQUE_BEARER, digitalocean, UNKNOWN",
    "hf_abc, OPAQUE_BEARER, huggingface, UNKNOWN",
    "ATATT3xabc, OPAQUE_BEARER, atlassian, UNKNOWN",
    "dp.st.prd.abc, OPAQUE_BEARER, doppler, SERVICE_ACCOUNT",
    "shpat_abc, OPAQUE_BEARER, shopify, SERVICE_ACCOUNT",
    "Mzxcvbnm, OPAQUE_BEARER, '', UNKNOWN",
    "GHP_abc, OPAQUE_BEARER, '', UNKNOWN",
    "'', OPAQUE_BEARER, '', UNKNOWN",
  })
  void prefixTellsKindProductAndHolder(
      String token, CredentialKind kind, String product, IdentityType holder) {
    OpaqueToken shape = OpaqueToken.of(token);

    assertThat(shape.kind()).isEqualTo(kind);
    assertThat(shape.product()).isEqualTo(product);
    assertThat(shape.holder()).isEqualTo(holder);
  }

  @Test
  void azureDevOpsMarksItsTokensNearTheEnd() {
    String token = "a1".repeat(38) + "AZDO" + "b2c3";

    assertThat(OpaqueToken.of(token)).isEqualTo(OpaqueToken.AZURE_DEVOPS);
    assertThat(OpaqueToken.of("x" + token)).isEqualTo(OpaqueToken.OTHER);
    assertThat(OpaqueToken.of(token.replace("AZDO", "azdo"))).isEqualTo(OpaqueToken.OTHER);
    assertThat(OpaqueToken.of(token.replace("b2c3", "b2-3"))).isEqualTo(OpaqueToken.OTHER);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void everyShapeIsReachedAndNoneHidesAnother(OpaqueToken shape) {
    String hex = "0123456789abcdef0123456789abcdef";
    String example =
        switch (shape) {
          case AZURE_DEVOPS -> "a1".repeat(38) + "AZDOb2c3";
          case VAULT_LEGACY -> "s.abcdefghijklmnopqrstuvwx";
          default -> shape.prefix() + hex;
        };

    assertThat(OpaqueToken.of(example)).isEqualTo(shape);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ghp_a", "AIzaB", "sk_live_c", "dapi0123456789abcdef0123456789abcdef"})
  void kindOfASecretIsThatOfItsPrefix(String secret) {
    assertThat(SecretKind.of(secret)).isEqualTo(OpaqueToken.of(secret).kind());
    assertThat(SecretKind.of(TestTokens.jwt("{}"))).isEqualTo(CredentialKind.JWT);
  }
}
