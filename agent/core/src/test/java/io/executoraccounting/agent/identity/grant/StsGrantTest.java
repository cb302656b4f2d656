/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static io.executoraccounting.agent.identity.grant.Issuing.form;
import static io.executoraccounting.agent.identity.grant.Issuing.signature;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StsGrantTest {
  private static final String PARENT = "AKIAIOSFODNN7EXAMPLE";
  private static final String KEY = "ASIAIOSFODNN7EXAMPLE";
  private static final String ROLE = "arn:aws:iam::123456789012:role/demo";

  /** The sample of the API reference, AssumeRole. */
  private static final String ASSUMED =
      "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">\n"
          + "  <AssumeRoleResult>\n"
          + "  <SourceIdentity>Alice</SourceIdentity>\n"
          + "    <AssumedRoleUser>\n"
          + "      <Arn>arn:aws:sts::123456789012:assumed-role/demo/TestAR</Arn>\n"
          + "      <AssumedRoleId>ARO123EXAMPLE123:TestAR</AssumedRoleId>\n"
          + "    </AssumedRoleUser>\n"
          + "    <Credentials>\n"
          + "      <AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>\n"
          + "      <SecretAccessKey>wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY</SecretAccessKey>\n"
          + "      <SessionToken>\n"
          + "       AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQW\n"
          + "      </SessionToken>\n"
          + "      <Expiration>2019-11-09T13:34:41Z</Expiration>\n"
          + "    </Credentials>\n"
          + "    <PackedPolicySize>6</PackedPolicySize>\n"
          + "  </AssumeRoleResult>\n"
          + "  <ResponseMetadata>\n"
          + "    <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>\n"
          + "  </ResponseMetadata>\n"
          + "</AssumeRoleResponse>";

  private final Issuing issuing = new Issuing().to("https://sts.amazonaws.com/");

  @Test
  void assumedRoleIsNamedWithoutItsSession() {
    Grant grant = assume();

    assertThat(grant.type()).isEqualTo(GrantType.ASSUME_ROLE);
    assertThat(grant.issued().kind()).isEqualTo(CredentialKind.AWS_SIGV4_SESSION);
    assertThat(grant.issued().principal()).isEqualTo("arn:aws:sts::123456789012:assumed-role/demo");
    assertThat(grant.issued().principalType()).isEqualTo(IdentityType.CLOUD_ROLE);
    assertThat(grant.issued().sessionId()).isEqualTo("TestAR");
    assertThat(grant.issued().tenant()).isEqualTo("123456789012");
    assertThat(grant.issued().expiresAt())
        .isEqualTo(Instant.parse("2019-11-09T13:34:41Z").getEpochSecond());
  }

  @Test
  void parentOfAnAssumedRoleIsTheKeyThatSigned() {
    assertThat(assume().subject().publicId()).isEqualTo(PARENT);
  }

  @Test
  void sourceIdentityInitiates() {
    assertThat(assume().issued().initiator().id())
        .isEqualTo("aws:source-identity/123456789012/Alice");
  }

  @Test
  void callIsDescribedByItsActionAndRole() {
    assume();

    assertThat(issuing.described().operation()).isEqualTo("AssumeRole");
    assertThat(issuing.described().resource()).isEqualTo(ROLE);
    assertThat(issuing.described().account()).isEqualTo("123456789012");
    assertThat(issuing.described().credential().publicId()).isEqualTo(PARENT);
  }

  private Grant assume() {
    return issuing
        .later(Instant.parse("2019-11-09T12:34:41Z").getEpochSecond() - issuing.now())
        .header("Authorization", signature(PARENT))
        .post(
            form(
                "Action=AssumeRole",
                "Version=2011-06-15",
                "RoleArn=" + ROLE,
                "RoleSessionName=TestAR",
                "SourceIdentity=Alice",
                "ExternalId=123ABC"),
            ASSUMED)
        .grantOfKey(KEY);
  }
}
