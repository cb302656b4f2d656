/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

/**
 * Responses as the reference of the AWS Security Token Service shows them, version 2011-06-15; its
 * key ids are changed where they could be none.
 */
final class StsSamples {
  static final String KEY = "ASIAIOSFODNN7EXAMPLE";
  static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY";
  static final String SESSION =
      "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmx";

  static final String ASSUMED_ROLE =
      """
      <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <AssumeRoleResult>
        <SourceIdentity>Alice</SourceIdentity>
          <AssumedRoleUser>
            <Arn>arn:aws:sts::123456789012:assumed-role/demo/TestAR</Arn>
            <AssumedRoleId>ARO123EXAMPLE123:TestAR</AssumedRoleId>
          </AssumedRoleUser>
          %s
          <PackedPolicySize>6</PackedPolicySize>
        </AssumeRoleResult>
        <ResponseMetadata>
          <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>
        </ResponseMetadata>
      </AssumeRoleResponse>
      """
          .formatted(credentials("2019-11-09T13:34:41Z"));

  static final String WITH_WEB_IDENTITY =
      """
      <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <AssumeRoleWithWebIdentityResult>
          <SubjectFromWebIdentityToken>amzn1.account.AF6RHO7KZU5XRVQJGXK6HB56KR2A\
      </SubjectFromWebIdentityToken>
          <Audience>client.5498841531868486423.1548@apps.example.com</Audience>
          <AssumedRoleUser>
            <Arn>arn:aws:sts::123456789012:assumed-role/FederatedWebIdentityRole/app1</Arn>
            <AssumedRoleId>AROACLKWSDQRAOEXAMPLE:app1</AssumedRoleId>
          </AssumedRoleUser>
          %s
          <SourceIdentity>SourceIdentityValue</SourceIdentity>
          <Provider>www.amazon.com</Provider>
        </AssumeRoleWithWebIdentityResult>
        <ResponseMetadata>
          <RequestId>ad4156e9-bce1-11e2-82e6-6b6efEXAMPLE</RequestId>
        </ResponseMetadata>
      </AssumeRoleWithWebIdentityResponse>
      """
          .formatted(credentials("2014-10-24T23:00:23Z"));

  static final String WITH_SAML =
      """
      <AssumeRoleWithSAMLResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <AssumeRoleWithSAMLResult>
          <Issuer> https://integ.example.com/idp/shibboleth</Issuer>
          <AssumedRoleUser>
            <Arn>arn:aws:sts::123456789012:assumed-role/TestSaml</Arn>
            <AssumedRoleId>ARO456EXAMPLE789:TestSaml</AssumedRoleId>
          </AssumedRoleUser>
          %s
          <Audience>https://signin.aws.amazon.com/saml</Audience>
          <SubjectType>transient</SubjectType>
          <PackedPolicySize>6</PackedPolicySize>
          <NameQualifier>SbdGOnUkh1i4+EXAMPLExL/jEvs=</NameQualifier>
          <SourceIdentity>SourceIdentityValue</SourceIdentity>
          <Subject>SamlExample</Subject>
        </AssumeRoleWithSAMLResult>
      </AssumeRoleWithSAMLResponse>
      """
          .formatted(credentials("2019-11-01T20:26:47Z"));

  static final String SESSION_TOKEN =
      """
      <GetSessionTokenResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <GetSessionTokenResult>
          %s
        </GetSessionTokenResult>
      </GetSessionTokenResponse>
      """
          .formatted(credentials("2011-07-11T19:55:29.611Z"));

  static final String FEDERATION_TOKEN =
      """
      <GetFederationTokenResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <GetFederationTokenResult>
          %s
          <FederatedUser>
            <Arn>arn:aws:sts::123456789012:federated-user/Jean</Arn>
            <FederatedUserId>123456789012:Jean</FederatedUserId>
          </FederatedUser>
          <PackedPolicySize>4</PackedPolicySize>
        </GetFederationTokenResult>
      </GetFederationTokenResponse>
      """
          .formatted(credentials("2019-04-15T23:28:33.359Z"));

  private StsSamples() {}

  private static String credentials(String expiration) {
    return """
    <Credentials>
      <SessionToken>
       %s
      </SessionToken>
      <SecretAccessKey>%s</SecretAccessKey>
      <Expiration>%s</Expiration>
      <AccessKeyId>%s</AccessKeyId>
    </Credentials>
    """
        .formatted(SESSION, SECRET, expiration, KEY);
  }
}
