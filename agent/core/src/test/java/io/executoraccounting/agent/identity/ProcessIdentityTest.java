/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessIdentityTest {
  private static final Map<String, String> WEB_IDENTITY =
      Map.of(
          "AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/teams/shop/deployer",
          "AWS_WEB_IDENTITY_TOKEN_FILE", "/var/run/secrets/token",
          "AWS_ROLE_SESSION_NAME", "run-7",
          "GITHUB_ACTIONS", "true",
          "GITHUB_WORKFLOW_REF", "o/r/.github/workflows/ci.yml@refs/heads/main");

  @TempDir Path folder;

  private static ProcessIdentity of(Map<String, String> environment) {
    return ProcessIdentity.of(environment, "app", "shop", null);
  }

  @Test
  void userAndServiceNameIdentifyAProcessThatHasNothingElse() {
    ProcessIdentity process = of(Map.of());

    assertThat(process.identity().id()).isEqualTo("os:app@shop");
    assertThat(process.identity().type()).isEqualTo(IdentityType.WORKLOAD);
    assertThat(process.source()).isEqualTo("os_user");
    assertThat(process.verification()).isEqualTo(Verification.INFERRED);
    assertThat(process.serviceName()).isEqualTo("shop");
  }

  @Test
  void serviceWithoutANameIsCalledAsOpenTelemetryCallsIt() {
    ProcessIdentity process = ProcessIdentity.of(Map.of(), "app", null, null);

    assertThat(process.identity().id()).isEqualTo("os:app@unknown_service:java");
  }

  @Test
  void serviceAccountGoesBeforeEverything() {
    ExecutorIdentity account =
        ExecutorIdentity.of("k8s:shop/billing", IdentityType.SERVICE_ACCOUNT);
    ProcessIdentity process = ProcessIdentity.of(WEB_IDENTITY, "app", "shop", account);

    assertThat(process.identity()).isSameAs(account);
    assertThat(process.source()).isEqualTo("kubernetes_token");
    assertThat(process.verification()).isEqualTo(Verification.ASSERTED);
  }

  @Test
  void webIdentityIsTheRoleThatItIsExchangedFor() {
    ProcessIdentity process = of(WEB_IDENTITY);

    assertThat(process.identity().id())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/deployer");
    assertThat(process.identity().type()).isEqualTo(IdentityType.CLOUD_ROLE);
    assertThat(process.identity().sessionId()).isEqualTo("run-7");
    assertThat(process.source()).isEqualTo("aws_web_identity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deployer",
        "arn:aws:iam::1:role/",
        "arn:aws:iam::1:user/u",
        "iam::1:role/r",
        "arn:aws:iam::1:role/a\nb"
      })
  void malformedRoleIsNoIdentity(String arn) {
    Map<String, String> environment =
        Map.of("AWS_ROLE_ARN", arn, "AWS_WEB_IDENTITY_TOKEN_FILE", "f");

    assertThat(of(environment).source()).isEqualTo("os_user");
  }

  @Test
  void roleWithoutATokenIsNotThisProcesss() {
    assertThat(of(Map.of("AWS_ROLE_ARN", "arn:aws:iam::1:role/r")).source()).isEqualTo("os_user");
  }

  @Test
  void buildServersNameTheirJob() {
    Map<String, String> github =
        Map.of(
            "GITHUB_ACTIONS", "true",
            "GITHUB_WORKFLOW_REF", "o/r/.github/workflows/ci.yml@refs/heads/main",
            "GITHUB_RUN_ID", "42");
    Map<String, String> gitlab =
        Map.of("GITLAB_CI", "true", "CI_PROJECT_PATH", "g/p", "CI_JOB_ID", "7");
    Map<String, String> jenkins =
        Map.of("JENKINS_URL", "https://ci", "JOB_NAME", "deploy", "BUILD_NUMBER", "3");

    assertThat(of(github).identity().id())
        .isEqualTo("github-actions:o/r/.github/workflows/ci.yml@refs/heads/main");
    assertThat(of(github).identity().sessionId()).isEqualTo("42");
    assertThat(of(gitlab).identity().id()).isEqualTo("gitlab-ci:g/p");
    assertThat(of(gitlab).identity().sessionId()).isEqualTo("7");
    assertThat(of(jenkins).identity().id()).isEqualTo("jenkins:deploy");
    assertThat(of(jenkins).identity().type()).isEqualTo(IdentityType.CI_JOB);
    assertThat(of(jenkins).source()).isEqualTo("ci_environment");
  }

  @Test
  void buildServerWithoutAJobIsNoIdentity() {
    assertThat(of(Map.of("GITHUB_ACTIONS", "true")).source()).isEqualTo("os_user");
    assertThat(of(Map.of("JENKINS_URL", "u", "JOB_NAME", "")).source()).isEqualTo("os_user");
  }

  @Test
  void projectedTokenNamesAccountAndPod() throws Exception {
    Path token = folder.resolve("token");
    Files.writeString(
        token,
        TestTokens.jwt(
                "{'iss':'k','kubernetes.io':{'namespace':'shop','pod':{'uid':'u1'},"
                    + "'serviceaccount':{'name':'billing'}}}")
            + "\n");
    ExecutorIdentity account = ServiceAccountToken.read(token.toFile(), Fingerprinter.random());

    assertThat(account).isNotNull();
    assertThat(account.id()).isEqualTo("k8s:shop/billing");
    assertThat(account.sessionId()).isEqualTo("u1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a token", "LONG"})
  void fileWithoutAnAccountNamesNobody(String content) throws Exception {
    Path token = folder.resolve("token");
    Files.writeString(token, content.equals("LONG") ? "ey".repeat(100_000) : content);

    assertThat(ServiceAccountToken.read(token.toFile(), Fingerprinter.random())).isNull();
  }

  @Test
  void missingFileNamesNobody() {
    assertThat(ServiceAccountToken.read(folder.resolve("none").toFile(), Fingerprinter.random()))
        .isNull();
  }
}
