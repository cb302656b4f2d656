/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildServerTest {
  @TempDir Path root;

  /** Variables as {@code NAME=value NAME=value}. */
  private ProcessIdentity in(String variables) {
    Surroundings surroundings = new Surroundings(root);
    for (String variable : variables.trim().split(" +")) {
      int equals = variable.indexOf('=');
      surroundings.with(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return surroundings.identity();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GITHUB_ACTIONS=true GITHUB_WORKFLOW_REF=o/r/ci.yml@refs/heads/main GITHUB_RUN_ID=42"
            + "| github-actions:o/r/ci.yml@refs/heads/main | 42",
        "GITLAB_CI=true CI_PROJECT_PATH=g/p CI_JOB_ID=7 | gitlab-ci:g/p | 7",
        "JENKINS_URL=https://ci JOB_NAME=shop/deploy BUILD_NUMBER=3 | jenkins:shop/deploy | 3",
        "BUILDKITE=true BUILDKITE_ORGANIZATION_SLUG=acme BUILDKITE_PIPELINE_SLUG=shop"
            + " BUILDKITE_JOB_ID=e44f9784-e20e-4b93-a21d-f41fd5869db9"
            + "| buildkite:acme/shop | e44f9784-e20e-4b93-a21d-f41fd5869db9",
        "CIRCLECI=true CIRCLE_PROJECT_USERNAME=acme CIRCLE_PROJECT_REPONAME=shop"
            + " CIRCLE_JOB=deploy CIRCLE_WORKFLOW_JOB_ID=9 | circleci:acme/shop/deploy | 9",
        "TF_BUILD=True SYSTEM_TEAMPROJECT=acme BUILD_DEFINITIONNAME=shop BUILD_BUILDID=1729"
            + "| azure-pipelines:acme/shop | 1729",
      })
  void namesItsJobAndTheRun(String variables, String id, String run) {
    ProcessIdentity process = in(variables);

    assertThat(process.identity().id()).isEqualTo(id);
    assertThat(process.identity().type()).isEqualTo(IdentityType.CI_JOB);
    assertThat(process.identity().sessionId()).isEqualTo(run);
    assertThat(process.source()).isEqualTo("ci_environment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GITHUB_ACTIONS=true",
        "GITHUB_ACTIONS=false GITHUB_WORKFLOW_REF=o/r/ci.yml",
        "JENKINS_URL=https://ci JOB_NAME=",
        "JENKINS_URL= JOB_NAME=deploy",
        "BUILDKITE=true BUILDKITE_PIPELINE_SLUG=shop",
      })
  void withoutAJobIsNoIdentity(String variables) {
    assertThat(in(variables).source()).isEqualTo("os_user");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GITHUB_ACTIONS=true GITHUB_ACTOR=octocat GITHUB_ACTOR_ID=583231 GITHUB_EVENT_NAME=push"
            + " GITHUB_SERVER_URL=https://github.com | github:user/583231 | https://github.com",
        "GITLAB_CI=true GITLAB_USER_ID=5 CI_PIPELINE_SOURCE=web CI_SERVER_URL=https://git.acme"
            + "| gitlab:user/5 | https://git.acme",
        "JENKINS_URL=https://ci BUILD_USER_ID=jdoe | jenkins:user/jdoe | https://ci",
        "TF_BUILD=True BUILD_REASON=Manual BUILD_REQUESTEDFORID=d6245f20"
            + " SYSTEM_COLLECTIONURI=https://dev.azure.com/acme/"
            + "| azure-devops:user/d6245f20 | https://dev.azure.com/acme/",
      })
  void namesThePersonWhoStartedTheBuild(String variables, String id, String issuer) {
    Actor initiator = in(variables).initiator();

    assertThat(initiator).isNotNull();
    assertThat(initiator.id()).isEqualTo(id);
    assertThat(initiator.type()).isEqualTo(IdentityType.HUMAN);
    assertThat(initiator.issuer()).isEqualTo(issuer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GITHUB_ACTIONS=true GITHUB_ACTOR_ID=583231 GITHUB_EVENT_NAME=schedule",
        "GITHUB_ACTIONS=true GITHUB_ACTOR=dependabot[bot] GITHUB_ACTOR_ID=49699333",
        "GITLAB_CI=true GITLAB_USER_ID=5 CI_PIPELINE_SOURCE=schedule",
        "JENKINS_URL=https://ci BUILD_USER_ID=timer",
        "JENKINS_URL=https://ci BUILD_USER_ID=scmTrigger",
        "TF_BUILD=True BUILD_REASON=Schedule BUILD_REQUESTEDFORID=d6245f20",
        "TF_BUILD=True BUILD_REASON=BatchedCI BUILD_REQUESTEDFORID=d6245f20",
        "TF_BUILD=True BUILD_REQUESTEDFORID=d6245f20",
        "GITHUB_ACTOR_ID=583231",
      })
  void namesNobodyWhereNoPersonStartedIt(String variables) {
    assertThat(in(variables).initiator()).isNull();
  }

  @Test
  void fullNamesAndMailboxesAreNotRead() {
    ProcessIdentity process =
        in(
            "BUILDKITE=true BUILDKITE_ORGANIZATION_SLUG=a BUILDKITE_PIPELINE_SLUG=p"
                + " BUILDKITE_BUILD_CREATOR=Canary BUILDKITE_BUILD_CREATOR_EMAIL=canary@example.com");

    assertThat(process.initiator()).isNull();
  }

  @Test
  void whoStartedABuildIsKnownUnderAnotherIdentityOfTheProcess() {
    ProcessIdentity process =
        in(
            "GITHUB_ACTIONS=true GITHUB_ACTOR_ID=583231 AWS_WEB_IDENTITY_TOKEN_FILE=/t"
                + " AWS_ROLE_ARN=arn:aws:iam::123456789012:role/deployer");

    assertThat(process.source()).isEqualTo("aws_web_identity");
    assertThat(process.initiator()).isNotNull();
  }
}
