/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static io.executoraccounting.agent.identity.grant.Issuing.form;
import static io.executoraccounting.agent.identity.grant.Issuing.jwt;
import static io.executoraccounting.agent.identity.grant.Issuing.signature;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StsGrantTest {
  private static final String PARENT = "AKIAIOSFODNN7EXAMPLE";
  private static final String ROLE = "arn:aws:iam::123456789012:role/demo";

  private final Issuing issuing =
      new Issuing().to("https://sts.eu-central-1.amazonaws.com/").at("2011-07-11T00:00:00Z");

  private Grant assume(String... more) {
    return issuing
        .header("Authorization", signature(PARENT))
        .post(
            form("Action=AssumeRole", "RoleArn=" + ROLE, "RoleSessionName=TestAR")
                + "&"
                + form(more),
            StsSamples.ASSUMED_ROLE)
        .grantOfKey(StsSamples.KEY);
  }

  private Grant assume() {
    return assume("Version=2011-06-15", "SourceIdentity=Alice", "ExternalId=123ABC");
  }

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
  void parentThatWasAssumedItselfIsNamed() {
    assume();
    Grant second =
        issuing
            .header("Authorization", signature(StsSamples.KEY))
            .post(
                form("Action=AssumeRole", "RoleArn=arn:aws:iam::210987654321:role/next"),
                StsSamples.ASSUMED_ROLE
                    .replace(StsSamples.KEY, "ASIAQNZGKIQY56JQ7WML")
                    .replace("123456789012:assumed-role/demo", "210987654321:assumed-role/next"))
            .grantOfKey("ASIAQNZGKIQY56JQ7WML");

    assertThat(second.subject().principal())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/demo");
    assertThat(second.issued().principal())
        .isEqualTo("arn:aws:sts::210987654321:assumed-role/next");
  }

  @Test
  void sourceIdentityInitiatesThroughEveryRole() {
    assertThat(assume().issued().initiator().id())
        .isEqualTo("aws:source-identity/123456789012/Alice");

    Grant second =
        issuing
            .header("Authorization", signature(StsSamples.KEY))
            .post(
                form("Action=AssumeRole", "RoleArn=arn:aws:iam::210987654321:role/next"),
                StsSamples.ASSUMED_ROLE.replace(StsSamples.KEY, "ASIAQNZGKIQY56JQ7WML"))
            .grantOfKey("ASIAQNZGKIQY56JQ7WML");
    assertThat(second.issued().initiator().id())
        .isEqualTo("aws:source-identity/123456789012/Alice");
  }

  @Test
  void sourceIdentityThatIsAnAddressIsAPersons() {
    Grant grant =
        issuing
            .post(
                form("Action=AssumeRole", "RoleArn=" + ROLE),
                StsSamples.ASSUMED_ROLE.replace("Alice", "alice@example.com"))
            .grantOfKey(StsSamples.KEY);

    assertThat(grant.issued().initiator().type()).isEqualTo(IdentityType.HUMAN);
  }

  @Test
  void callIsDescribedByItsActionAndRole() {
    assume();

    assertThat(issuing.described().system()).isEqualTo("aws.sts");
    assertThat(issuing.described().operation()).isEqualTo("AssumeRole");
    assertThat(issuing.described().resource()).isEqualTo(ROLE);
    assertThat(issuing.described().account()).isEqualTo("123456789012");
    assertThat(issuing.described().credential().publicId()).isEqualTo(PARENT);
  }

  @Test
  void webIdentityIsTheSubjectAndPresentsItself() {
    String token =
        jwt(
            "{'iss':'https://oidc.eks/id/1','sub':'system:serviceaccount:shop:cart',"
                + "'kubernetes.io':{'namespace':'shop','serviceaccount':{'name':'cart'}}}");
    Grant grant =
        issuing
            .post(
                form(
                    "Action=AssumeRoleWithWebIdentity",
                    "RoleArn=arn:aws:iam::123456789012:role/FederatedWebIdentityRole",
                    "RoleSessionName=app1",
                    "WebIdentityToken=" + token),
                StsSamples.WITH_WEB_IDENTITY)
            .grantOfKey(StsSamples.KEY);

    assertThat(grant.type()).isEqualTo(GrantType.ASSUME_ROLE_WITH_WEB_IDENTITY);
    assertThat(grant.subject().principal()).isEqualTo("k8s:shop/cart");
    assertThat(grant.subject().fingerprint()).isEqualTo(Issuing.bearer(token).fingerprint());
    assertThat(grant.issued().principal())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/FederatedWebIdentityRole");
    assertThat(grant.issued().sessionId()).isEqualTo("app1");
    assertThat(issuing.described().system()).isEqualTo("aws.sts");
    assertThat(issuing.described().credential().principal()).isEqualTo("k8s:shop/cart");
  }

  @Test
  void opaqueWebIdentityIsWhomTheResponseNames() {
    Grant grant =
        issuing
            .post(
                form(
                    "Action=AssumeRoleWithWebIdentity",
                    "ProviderId=www.amazon.com",
                    "RoleArn=arn:aws:iam::123456789012:role/FederatedWebIdentityRole",
                    "WebIdentityToken=Atza|IQEBLjAsAhRFiXuWpUXuRvQ9PZL3GMFcYevydwIUFAHZwXZXX"),
                StsSamples.WITH_WEB_IDENTITY)
            .grantOfKey(StsSamples.KEY);

    assertThat(grant.subject().principal())
        .isEqualTo("oauth:www.amazon.com#amzn1.account.AF6RHO7KZU5XRVQJGXK6HB56KR2A");
    assertThat(grant.subject().gaps()).doesNotContain(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void samlSubjectIsWhomTheResponseNames() {
    Grant grant =
        issuing
            .post(
                form("Action=AssumeRoleWithSAML", "RoleArn=" + ROLE, "SAMLAssertion=PHNhbWw+"),
                StsSamples.WITH_SAML)
            .grantOfKey(StsSamples.KEY);

    assertThat(grant.type()).isEqualTo(GrantType.ASSUME_ROLE_WITH_SAML);
    assertThat(grant.subject().principal())
        .isEqualTo("saml:https://integ.example.com/idp/shibboleth#SamlExample");
    assertThat(grant.issued().principal())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/TestSaml");
    assertThat(issuing.described().credential().kind()).isEqualTo(CredentialKind.UNKNOWN);
  }

  @Test
  void sessionTokenIsOfWhomeverTheKeyIs() {
    Grant grant =
        issuing
            .header("Authorization", signature(PARENT))
            .post(form("Action=GetSessionToken"), StsSamples.SESSION_TOKEN)
            .grantOfKey(StsSamples.KEY);

    assertThat(grant.type()).isEqualTo(GrantType.GET_SESSION_TOKEN);
    assertThat(grant.issued().principal()).isNull();
    assertThat(grant.issued().gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
    assertThat(grant.subject().publicId()).isEqualTo(PARENT);
  }

  @Test
  void federatedUserIsNamed() {
    Grant grant =
        issuing
            .header("Authorization", signature(PARENT))
            .post(form("Action=GetFederationToken", "Name=Jean"), StsSamples.FEDERATION_TOKEN)
            .grantOfKey(StsSamples.KEY);

    assertThat(grant.type()).isEqualTo(GrantType.GET_FEDERATION_TOKEN);
    assertThat(grant.issued().principal())
        .isEqualTo("arn:aws:sts::123456789012:federated-user/Jean");
  }

  @Test
  void answerInJsonTeachesTheSame() {
    Grant grant =
        issuing
            .header("Authorization", signature(PARENT))
            .post(
                form("Action=AssumeRole", "RoleArn=" + ROLE),
                "{\"AssumeRoleResponse\":{\"AssumeRoleResult\":{\"AssumedRoleUser\":{\"Arn\":"
                    + "\"arn:aws:sts::123456789012:assumed-role/demo/s\"},\"Credentials\":{"
                    + "\"AccessKeyId\":\"ASIAIOSFODNN7EXAMPLE\",\"Expiration\":1.573306481E9,"
                    + "\"SecretAccessKey\":\"x\",\"SessionToken\":\"y\"}}}}")
            .grantOfKey(StsSamples.KEY);

    assertThat(grant.issued().principal()).isEqualTo("arn:aws:sts::123456789012:assumed-role/demo");
    assertThat(grant.issued().expiresAt()).isEqualTo(1_573_306_481L);
  }

  @Test
  void roleThatAStandInDoesNotRepeatIsTheOneAskedFor() {
    Grant grant =
        issuing
            .to("http://localhost:4566/")
            .post(
                form("Action=AssumeRole", "RoleArn=" + ROLE, "RoleSessionName=s1"),
                "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>"
                    + StsSamples.KEY
                    + "</AccessKeyId></Credentials></AssumeRoleResult></AssumeRoleResponse>")
            .grantOfKey(StsSamples.KEY);

    assertThat(grant.issued().principal()).isEqualTo("arn:aws:sts::123456789012:assumed-role/demo");
    assertThat(grant.issued().sessionId()).isEqualTo("s1");
  }

  @Test
  void otherActionsOfTheQueryProtocolTeachNothing() {
    issuing.post(form("Action=DescribeInstances"), StsSamples.ASSUMED_ROLE);

    assertThat(issuing.grants.size()).isZero();
    assertThat(issuing.described().system()).isEqualTo("http");
  }

  @Test
  void requestThatCanBeTakenInTwoWaysTeachesNothing() {
    issuing.post(
        form("Action=AssumeRole", "RoleArn=" + ROLE, "RoleArn=arn:aws:iam::1:role/other"),
        StsSamples.ASSUMED_ROLE);

    assertThat(issuing.grants.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AssumeRole",
        "AssumeRoleWithWebIdentity",
        "AssumeRoleWithSAML",
        "GetSessionToken",
        "GetFederationToken"
      })
  void operationIsTheAction(String action) {
    issuing.post(form("Action=" + action), "");

    assertThat(issuing.described().operation()).isEqualTo(action);
  }

  @Test
  void personWhoseTokenAssumesARoleInitiates() {
    String person = jwt("{'iss':'https://idp','sub':'ann@example.com','nonce':'n'}");
    Grant grant =
        issuing
            .post(
                form(
                    "Action=AssumeRoleWithWebIdentity",
                    "RoleArn=" + ROLE,
                    "WebIdentityToken=" + person),
                StsSamples.WITH_WEB_IDENTITY.replaceAll("<SourceIdentity>.*</SourceIdentity>", ""))
            .grantOfKey(StsSamples.KEY);

    assertThat(grant.issued().initiator().id()).isEqualTo("oauth:https://idp#ann@example.com");
  }

  @Test
  void sourceIdentityThatIsNotRepeatedIsTheOneAskedFor() {
    Grant grant =
        issuing
            .post(
                form("Action=AssumeRole", "RoleArn=" + ROLE, "SourceIdentity=bob"),
                StsSamples.ASSUMED_ROLE.replaceAll("<SourceIdentity>.*</SourceIdentity>", ""))
            .grantOfKey(StsSamples.KEY);

    assertThat(grant.issued().initiator().id()).isEqualTo("aws:source-identity/123456789012/bob");
  }
}
