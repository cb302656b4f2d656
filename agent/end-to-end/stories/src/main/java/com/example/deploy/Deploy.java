/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.deploy;

import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;

/**
 * A step of a CI job: stores what was built, then releases it in another account. Its right is the
 * job's OIDC token, for which it gets a role, by which it gets a second one.
 */
public final class Deploy {
  private static final Region REGION = Region.EU_WEST_1;

  private final Endpoints endpoints;
  private final SdkHttpClient http = UrlConnectionHttpClient.create();

  private Deploy(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  public static void main(String[] args) {
    new Deploy(Endpoints.onPort(System.getenv("CLOUD_PORT")))
        .run(
            Path.of(System.getenv("ID_TOKEN_FILE")),
            System.getenv("DEPLOY_ROLE"),
            System.getenv("RELEASE_ROLE"),
            "run-" + System.getenv("GITHUB_RUN_ID"));
    System.out.println("deployed");
  }

  private void run(Path idToken, String deployRole, String releaseRole, String session) {
    AwsCredentialsProvider deployer =
        StsWebIdentityTokenFileCredentialsProvider.builder()
            .stsClient(sts(AnonymousCredentialsProvider.create()))
            .webIdentityTokenFile(idToken)
            .roleArn(deployRole)
            .roleSessionName(session)
            .build();
    store(deployer);
    AwsCredentialsProvider releaser =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts(deployer))
            .refreshRequest(
                request ->
                    request
                        .roleArn(releaseRole)
                        .roleSessionName(session)
                        .sourceIdentity(System.getenv("GITHUB_ACTOR")))
            .build();
    release(releaser);
  }

  private void store(AwsCredentialsProvider credentials) {
    try (S3Client s3 =
        S3Client.builder()
            .region(REGION)
            .endpointOverride(endpoints.s3())
            .credentialsProvider(credentials)
            .httpClient(http)
            .build()) {
      s3.putObject(
          put -> put.bucket("acme-artifacts").key("shop/1.2.3.jar"),
          RequestBody.fromString("the artifact"));
    }
  }

  private void release(AwsCredentialsProvider credentials) {
    try (EcrClient ecr =
        EcrClient.builder()
            .region(REGION)
            .endpointOverride(endpoints.ecr())
            .credentialsProvider(credentials)
            .httpClient(http)
            .build()) {
      ecr.putImage(put -> put.repositoryName("shop").imageTag("1.2.3").imageManifest("{}"));
    }
  }

  private StsClient sts(AwsCredentialsProvider credentials) {
    return StsClient.builder()
        .region(REGION)
        .endpointOverride(endpoints.sts())
        .credentialsProvider(credentials)
        .httpClient(http)
        .build();
  }
}
