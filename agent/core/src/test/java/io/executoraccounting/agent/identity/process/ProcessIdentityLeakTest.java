/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.agent.identity.TestTokens;
import io.executoraccounting.spi.Actor;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A canary in each secret that stands beside what names the process. */
class ProcessIdentityLeakTest {
  private static final String CANARY = "QcAnArY7xK2pW9";

  @TempDir Path root;

  static Stream<Arguments> places() {
    String token =
        TestTokens.jwt(
            "{'iss':'k','sub':'system:serviceaccount:shop:billing','x-secret':'"
                + CANARY
                + "','kubernetes.io':{'pod':{'name':'p','x-secret':'"
                + CANARY
                + "'}}}");
    return Stream.of(
        place(
            "kubernetes_token",
            "var/run/secrets/kubernetes.io/serviceaccount/token",
            token + CANARY),
        place(
            "gcp_credentials_file",
            "google.json",
            "{\"private_key\":\"-----BEGIN PRIVATE KEY-----\\n"
                + CANARY
                + "\",\"refresh_token\":\""
                + CANARY
                + "\",\"client_secret\":\""
                + CANARY
                + "\",\"client_email\":\"a@p.iam.gserviceaccount.com\"}"),
        place("jwt_svid", "svid", TestTokens.jwt("{'sub':'spiffe://a/b'}") + CANARY),
        variables(
            "aws_web_identity",
            surroundings ->
                surroundings.with(
                    "AWS_ROLE_ARN",
                    "arn:aws:iam::123456789012:role/r",
                    "AWS_WEB_IDENTITY_TOKEN_FILE",
                    "/no/such/file",
                    "AWS_SECRET_ACCESS_KEY",
                    CANARY,
                    "AWS_SESSION_TOKEN",
                    CANARY)),
        variables(
            "azure_workload_identity",
            surroundings ->
                surroundings.with(
                    "AZURE_CLIENT_ID", "c",
                    "AZURE_TENANT_ID", "t",
                    "AZURE_FEDERATED_TOKEN_FILE", "/no/such/file",
                    "AZURE_CLIENT_SECRET", CANARY)),
        variables(
            "ci_environment",
            surroundings ->
                surroundings.with(
                    "GITHUB_ACTIONS",
                    "true",
                    "GITHUB_WORKFLOW_REF",
                    "o/r/ci.yml",
                    "GITHUB_ACTOR_ID",
                    "1",
                    "GITHUB_ACTOR",
                    CANARY,
                    "GITHUB_TOKEN",
                    CANARY,
                    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                    CANARY)),
        variables(
            "ci_environment",
            surroundings ->
                surroundings.with(
                    "GITLAB_CI",
                    "true",
                    "CI_PROJECT_PATH",
                    "g/p",
                    "CI_JOB_TOKEN",
                    CANARY,
                    "GITLAB_USER_ID",
                    "5",
                    "GITLAB_USER_NAME",
                    CANARY,
                    "GITLAB_USER_EMAIL",
                    CANARY)));
  }

  private static Arguments place(String source, String path, String content) {
    return variables(
        source,
        surroundings -> {
          Path file = surroundings.file(path, content);
          return surroundings
              .svid(path.equals("svid") ? file : null)
              .with("GOOGLE_APPLICATION_CREDENTIALS", file.toString());
        });
  }

  private static Arguments variables(String source, UnaryOperator<Surroundings> place) {
    return Arguments.of(source, place);
  }

  @ParameterizedTest
  @MethodSource("places")
  void noSecretIsTold(String source, UnaryOperator<Surroundings> place) {
    ProcessIdentity process = place.apply(new Surroundings(root)).identity();

    assertThat(process.source()).isEqualTo(source);
    Actor initiator = process.initiator();
    assertThat(
            process.identity().id()
                + process.identity().name()
                + process.identity().sessionId()
                + process.facts()
                + (initiator == null ? "" : initiator.id() + initiator.issuer()))
        .doesNotContain(CANARY);
  }
}
