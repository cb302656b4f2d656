/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.PresentedCredentialReader;
import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.agent.identity.TestTokens;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each source states, and which is believed where several do. */
class ProcessIdentityReaderTest {
  private static final String[] WEB_IDENTITY = {
    "AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/teams/shop/deployer",
    "AWS_WEB_IDENTITY_TOKEN_FILE", "/no/such/token",
    "AWS_ROLE_SESSION_NAME", "run-7",
  };
  private static final String[] AZURE = {
    "AZURE_CLIENT_ID", "c1", "AZURE_TENANT_ID", "t1", "AZURE_FEDERATED_TOKEN_FILE", "/no/such",
  };
  private static final String[] LAMBDA = {
    "AWS_LAMBDA_FUNCTION_NAME", "orders", "AWS_REGION", "eu-central-1",
  };
  private static final String[] GITHUB = {
    "GITHUB_ACTIONS", "true",
    "GITHUB_WORKFLOW_REF", "o/r/.github/workflows/ci.yml@refs/heads/main",
    "GITHUB_RUN_ID", "42",
  };
  private static final String[] SYSTEMD = {"INVOCATION_ID", "0123456789abcdef0123456789abcdef"};

  @TempDir Path root;

  private Surroundings surroundings() {
    return new Surroundings(root);
  }

  @Test
  void userAndServiceNameIdentifyAProcessThatHasNothingElse() {
    ProcessIdentity process = surroundings().identity();

    assertThat(process.identity().id()).isEqualTo("os:app@shop");
    assertThat(process.identity().type()).isEqualTo(IdentityType.WORKLOAD);
    assertThat(process.source()).isEqualTo("os_user");
    assertThat(process.verification()).isEqualTo(Verification.INFERRED);
    assertThat(process.serviceName()).isEqualTo("shop");
  }

  @Test
  void serviceWithoutANameIsCalledAsOpenTelemetryCallsIt() {
    ProcessIdentity process =
        new ProcessIdentityReader(null, new PresentedCredentialReader(Fingerprinter.random()))
            .read(new ProcessSurroundings(Map.of(), root.toFile(), "app", null));

    assertThat(process.identity().id()).isEqualTo("os:app@unknown_service:java");
  }

  @Test
  void mostCertainOfSeveralIsBelieved() throws Exception {
    Surroundings all = surroundings();
    all.file("proc/self/cgroup", "0::/system.slice/shop.service\n");
    assertThat(all.with(SYSTEMD).identity().source()).isEqualTo("systemd_cgroup");
    assertThat(all.with(GITHUB).identity().source()).isEqualTo("ci_environment");
    assertThat(all.with(LAMBDA).identity().source()).isEqualTo("aws_lambda");
    assertThat(all.with(AZURE).identity().source()).isEqualTo("azure_workload_identity");
    Path google = all.file("google.json", "{\"client_email\":\"a@p.iam.gserviceaccount.com\"}");
    all.with("GOOGLE_APPLICATION_CREDENTIALS", google.toString());
    assertThat(all.identity().source()).isEqualTo("gcp_credentials_file");
    assertThat(all.with(WEB_IDENTITY).identity().source()).isEqualTo("aws_web_identity");
    all.file(
        "var/run/secrets/kubernetes.io/serviceaccount/token",
        TestTokens.jwt("{'iss':'k','sub':'system:serviceaccount:shop:billing'}"));
    assertThat(all.identity().source()).isEqualTo("kubernetes_token");
    Path svid = all.file("svid", TestTokens.jwt("{'sub':'spiffe://example.org/billing'}"));
    assertThat(all.svid(svid).identity().source()).isEqualTo("jwt_svid");
  }

  @Test
  void webIdentityIsTheRoleThatItIsExchangedFor() {
    ProcessIdentity process = surroundings().with(WEB_IDENTITY).identity();

    assertThat(process.identity().id())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/deployer");
    assertThat(process.identity().type()).isEqualTo(IdentityType.CLOUD_ROLE);
    assertThat(process.identity().sessionId()).isEqualTo("run-7");
    assertThat(process.verification()).isEqualTo(Verification.CONFIGURED);
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
    Surroundings surroundings =
        surroundings().with("AWS_ROLE_ARN", arn, "AWS_WEB_IDENTITY_TOKEN_FILE", "f");

    assertThat(surroundings.identity().source()).isEqualTo("os_user");
  }

  @Test
  void roleWithoutATokenIsNotThisProcesss() {
    assertThat(surroundings().with("AWS_ROLE_ARN", "arn:aws:iam::1:role/r").identity().source())
        .isEqualTo("os_user");
  }

  @Test
  void addressOfAContainersCredentialsNamesNobody() {
    Surroundings ecs =
        surroundings()
            .with("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/5d0e9a7c")
            .with("AWS_REGION", "eu-central-1");

    assertThat(ecs.identity().source()).isEqualTo("os_user");
  }

  @Test
  void federatedApplicationIsNamedAsItsTokensNameIt() {
    assertThat(surroundings().with(AZURE).identity().identity().id())
        .isEqualTo("oauth:https://login.microsoftonline.com/t1/v2.0#c1");
    assertThat(
            surroundings()
                .with(AZURE)
                .with("AZURE_AUTHORITY_HOST", "https://login.partner.microsoftonline.cn/")
                .identity()
                .identity()
                .id())
        .isEqualTo("oauth:https://login.partner.microsoftonline.cn/t1/v2.0#c1");
  }

  @Test
  void functionIsNamedWithTheAccountOfItsOwnKey() {
    Surroundings lambda = surroundings().with(LAMBDA);

    assertThat(lambda.identity().identity().id()).isEqualTo("aws-lambda:eu-central-1/orders");
    assertThat(lambda.with("AWS_ACCESS_KEY_ID", "ASIAQNZGKIQY56JQ7WML").identity().identity().id())
        .isEqualTo("arn:aws:lambda:eu-central-1:029608264753:function:orders");
    assertThat(lambda.with("AWS_REGION", "cn-north-1").identity().identity().id())
        .startsWith("arn:aws-cn:lambda:cn-north-1:");
  }

  @Test
  void platformsNameWhatTheyRun() {
    assertThat(idWith("K_SERVICE", "orders")).isEqualTo("cloud-run:orders");
    assertThat(idWith("CLOUD_RUN_JOB", "nightly", "GOOGLE_CLOUD_PROJECT", "acme"))
        .isEqualTo("cloud-run-job:acme/nightly");
    assertThat(idWith("GAE_SERVICE", "default", "GOOGLE_CLOUD_PROJECT", "acme"))
        .isEqualTo("app-engine:acme/default");
    assertThat(idWith("WEBSITE_SITE_NAME", "orders")).isEqualTo("azure-app-service:orders");
  }

  @Test
  void projectAloneNamesNobody() {
    assertThat(idWith("GOOGLE_CLOUD_PROJECT", "acme")).isEqualTo("os:app@shop");
  }

  private String idWith(String... variables) {
    return surroundings().with(variables).identity().identity().id();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\u202eb", "a\tb", "\ud83d", "LONG"})
  void variableThatCannotBePartOfAnIdIsNotSet(String value) {
    String site = value.equals("LONG") ? "x".repeat(257) : value;

    assertThat(idWith("WEBSITE_SITE_NAME", site)).isEqualTo("os:app@shop");
  }
}
