/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.agent.identity.TestTokens.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTokenTest {
  private static final String GITLAB =
      "{'iss':'https://gitlab.example.com','sub':'project_path:shop/orders:ref_type:branch:ref:m',"
          + "'aud':'vault','namespace_path':'shop','project_path':'shop/orders','user_id':'42',"
          + "'user_login':'sample-user','user_email':'sample-user@example.com','pipeline_id':'1',"
          + "'pipeline_source':'push','job_id':'3',"
          + "'ci_config_ref_uri':'gitlab.example.com/shop/orders//.gitlab-ci.yml@refs/heads/m'}";
  private static final String ENTRA = "'iss':'https://sts.windows.net/t1/','tid':'t1'";

  private final PresentedCredentialReader reader =
      new PresentedCredentialReader(Fingerprinter.random());

  private CredentialUse bearer(String payload) {
    return reader.fromHeaders(Headers.bearer(jwt(payload)));
  }

  @Test
  void jobOfGitLabExecutesAndItsUserInitiates() {
    CredentialUse use = bearer(GITLAB);

    assertThat(use.principal())
        .isEqualTo("gitlab-ci:gitlab.example.com/shop/orders//.gitlab-ci.yml@refs/heads/m");
    assertThat(use.principalType()).isEqualTo(IdentityType.CI_JOB);
    assertThat(use.sessionId()).isEqualTo("1/3");
    assertThat(use.tenant()).isEqualTo("shop");
    assertThat(use.initiator()).isNotNull();
    assertThat(use.initiator().id()).isEqualTo("gitlab:gitlab.example.com/user/42");
    assertThat(use.initiator().type()).isEqualTo(IdentityType.HUMAN);
  }

  @Test
  void nobodyInitiatesAScheduledPipeline() {
    assertThat(bearer(GITLAB.replace("'push'", "'schedule'")).initiator()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'https://gitlab.example.com' | 'https://evil.example.com'",
        "'https://gitlab.example.com' | 'http://gitlab.example.com'",
        "'project_path':'shop/orders' | 'project_path':'shop/other'",
        "project_path:shop/orders:ref_type | project_path:shop/other:ref_type",
        "'sub' | 'x'",
        "'pipeline_id' | 'x'",
        "'job_id' | 'x'",
        "'project_path' | 'x'",
        "'ci_config_ref_uri' | 'x'",
        "'ci_config_ref_uri':'gitlab.example.com/shop/orders// | 'ci_config_ref_uri':'gitlab.example.com/shop/ordersx//",
      })
  void claimsThatDoNotBelongTogetherMakeNoJob(String part, String forged) {
    CredentialUse use = bearer(GITLAB.replace(part, forged));

    assertThat(use.principalType()).isNotEqualTo(IdentityType.CI_JOB);
    assertThat(use.initiator()).isNull();
  }

  @Test
  void enterpriseMayHaveAnIssuerBelowGitHubs() {
    String claims =
        "{'iss':'https://token.actions.githubusercontent.com/acme','job_workflow_ref':'o/r/w@m'}";

    assertThat(bearer(claims).principal()).isEqualTo("github-actions:o/r/w@m");
    assertThat(bearer(claims.replace(".com/acme", ".community")).principal()).isNull();
  }

  @Test
  void jobWhoseIdWouldBeCutIsNamedByItsSubject() {
    String longest = "w".repeat(241);
    String claims =
        "{'iss':'https://token.actions.githubusercontent.com','sub':'s','job_workflow_ref':'%s',"
            + "'run_id':'%s','run_attempt':'2','actor_id':'%s'}";

    assertThat(bearer(claims.formatted(longest, "r", "1")).principal()).hasSize(256);
    assertThat(bearer(claims.formatted(longest + "w", "r", "1")).principal()).startsWith("oauth:");
    assertThat(bearer(claims.formatted("w", "r".repeat(254), "1")).sessionId()).hasSize(256);
    assertThat(bearer(claims.formatted("w", "r".repeat(255), "1")).sessionId()).hasSize(255);
    assertThat(bearer(claims.formatted("w", "r", "1".repeat(244))).initiator()).isNotNull();
    assertThat(bearer(claims.formatted("w", "r", "1".repeat(245))).initiator()).isNull();
  }

  @Test
  void idTokenOfGoogleNamesTheServiceAccount() {
    String claims =
        "{'iss':'https://accounts.google.com','sub':'117','aud':'https://run.example.com',"
            + "'email':'sa@p.iam.gserviceaccount.com','email_verified':true}";

    assertThat(bearer(claims).principal()).isEqualTo("gcp:sa@p.iam.gserviceaccount.com");
    assertThat(bearer(claims).principalType()).isEqualTo(IdentityType.SERVICE_ACCOUNT);
    assertThat(bearer(claims.replace("accounts.google", "accounts.evil")).principal())
        .isEqualTo("oauth:https://accounts.evil.com#117");
  }

  @Test
  void managedIdentityIsNamedByItsResource() {
    String claims =
        "{%s,'appid':'a1','oid':'o1','sub':'o1','idtyp':'app','xms_mirid':'/subscriptions/s1/"
            + "resourcegroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/pay'}";
    CredentialUse use = bearer(claims.formatted(ENTRA));

    assertThat(use.principal())
        .isEqualTo(
            "azure:/subscriptions/s1/resourcegroups/rg/providers/Microsoft.ManagedIdentity/"
                + "userAssignedIdentities/pay");
    assertThat(use.principalType()).isEqualTo(IdentityType.SERVICE_ACCOUNT);
    assertThat(use.principalName()).isEqualTo("pay");
    assertThat(use.client()).isNotNull();
    assertThat(use.client().id()).isEqualTo("oauth:https://sts.windows.net/t1/#a1");
  }

  @Test
  void identityOfAMachineIsTheMachine() {
    CredentialUse use =
        bearer(
            "{%s,'appid':'a1','oid':'o1','sub':'o1','idtyp':'app','xms_mirid':'/subscriptions/s1/"
                    .formatted(ENTRA)
                + "resourcegroups/rg/providers/Microsoft.Compute/virtualMachines/vm1'}");

    assertThat(use.principalType()).isEqualTo(IdentityType.WORKLOAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'iss':'https://evil','idtyp':'app','xms_mirid':'/subscriptions/s1/x'",
        "'iss':'https://sts.windows.net/t1/','idtyp':'user','xms_mirid':'/subscriptions/s1/x'",
        "'iss':'https://sts.windows.net/t1/','idtyp':'app','xms_mirid':'elsewhere'",
      })
  void resourceIsBelievedOfEntrasApplicationsAlone(String claims) {
    CredentialUse use = bearer("{" + claims + ",'appid':'a1','sub':'s1','scp':'x'}");

    assertThat(use.principal()).startsWith("oauth:");
    assertThat(use.principalName()).isNull();
  }

  @Test
  void resourceTooLongForAnIdLeavesTheApplication() {
    String resource = "/subscriptions/" + "s".repeat(236);
    String claims = "{%s,'appid':'a1','sub':'s1','idtyp':'app','xms_mirid':'%s'}";

    assertThat(bearer(claims.formatted(ENTRA, resource)).principal())
        .isEqualTo("oauth:https://sts.windows.net/t1/#a1");
    assertThat(bearer(claims.formatted(ENTRA, resource.substring(1))).gaps())
        .doesNotContain(Gap.BUDGET_EXCEEDED);
    assertThat(bearer(claims.formatted(ENTRA, resource + "s".repeat(99))).gaps())
        .doesNotContain(Gap.BUDGET_EXCEEDED);
  }

  @Test
  void agentThatActsForItselfIsAnAgent() {
    CredentialUse use =
        bearer(
            ("{%s,'appid':'agent-1','oid':'o1','sub':'s1','idtyp':'app','xms_act_fct':'3 9 11',"
                    + "'xms_sub_fct':'9 3 11','xms_par_app_azp':'bp-1'}")
                .formatted(ENTRA));

    assertThat(use.principal()).isEqualTo("oauth:https://sts.windows.net/t1/#agent-1");
    assertThat(use.principalType()).isEqualTo(IdentityType.AI_AGENT);
    assertThat(use.principalName()).isEqualTo("blueprint bp-1");
    assertThat(use.actors()).isEmpty();
  }

  @Test
  void agentThatActsForAUserIsTheActor() {
    CredentialUse use =
        bearer(
            ("{%s,'appid':'agent-1','oid':'o1','sub':'s1','idtyp':'user','scp':'Mail.Read',"
                    + "'xms_act_fct':'11 3','xms_sub_fct':'3'}")
                .formatted(ENTRA));

    assertThat(use.principal()).isEqualTo("oauth:https://sts.windows.net/t1/#s1");
    assertThat(use.actors()).hasSize(1);
    assertThat(use.actors().get(0).id()).isEqualTo("oauth:https://sts.windows.net/t1/#agent-1");
    assertThat(use.actors().get(0).type()).isEqualTo(IdentityType.AI_AGENT);
    assertThat(use.initiator()).isNotNull();
    assertThat(use.initiator().id()).isEqualTo("oauth:https://sts.windows.net/t1/#s1");
  }

  @Test
  void userAccountOfAnAgentIsAnAgent() {
    CredentialUse use =
        bearer("{%s,'appid':'a','sub':'s1','scp':'x','xms_sub_fct':'13'}".formatted(ENTRA));

    assertThat(use.principalType()).isEqualTo(IdentityType.AI_AGENT);
    assertThat(use.principal()).isEqualTo("oauth:https://sts.windows.net/t1/#s1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"111", "1 1", "3 9"})
  void otherFacetsMakeNoAgent(String facets) {
    CredentialUse use =
        bearer(
            "{%s,'appid':'a','sub':'s','scp':'x','xms_act_fct':'%s','xms_sub_fct':'%s'}"
                .formatted(ENTRA, facets, facets));

    assertThat(use.principalType()).isEqualTo(IdentityType.HUMAN);
    assertThat(use.actors()).isEmpty();
  }

  @Test
  void facetsOfAnotherIssuerAreNotBelieved() {
    CredentialUse use =
        bearer("{'iss':'https://evil','azp':'a','sub':'s','scp':'x','xms_act_fct':'11'}");

    assertThat(use.actors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://sts.windows.net/t1/, https://management.azure.com/, AZURE_TOKEN",
    "https://login.microsoftonline.com/t1/v2.0, https://vault.azure.net, AZURE_TOKEN",
    "https://sts.windows.net/t1/, https://GRAPH.microsoft.com, AZURE_TOKEN",
    "https://sts.windows.net/t1/, 00000003-0000-0000-c000-000000000000, AZURE_TOKEN",
    "https://sts.chinacloudapi.cn/t1/, https://management.chinacloudapi.cn, AZURE_TOKEN",
    "https://sts.windows.net/t1/, api://orders, JWT",
    "https://sts.windows.net/t1/, https://shop.westeurope.cloudapp.azure.com, JWT",
    "https://sts.windows.net/t1/, https://evil.com/.azure.com, JWT",
    "https://sts.windows.net/t1/, http://vault.azure.net, JWT",
    "https://evil.com/, https://vault.azure.net, JWT",
    "sa@p.iam.gserviceaccount.com, https://storage.googleapis.com/, GCP_TOKEN",
    "sa@p.iam.gserviceaccount.com, https://run.example.com/, JWT",
    "sa@p.iam.gserviceaccount.com, storage.googleapis.com, JWT",
    "https://accounts.google.com, https://storage.googleapis.com/, JWT",
  })
  void cloudsOwnTokenForItsOwnApiIsOfTheCloudsKind(
      String issuer, String audience, CredentialKind kind) {
    assertThat(bearer("{'iss':'%s','sub':'s','aud':'%s'}".formatted(issuer, audience)).kind())
        .isEqualTo(kind);
  }

  @Test
  void tokenForSeveralAudiencesIsTheCloudsOnlyIfAllAre() {
    String claims = "{'iss':'https://sts.windows.net/t1/','sub':'s','aud':[%s]}";
    String vault = "'https://vault.azure.net'";

    assertThat(bearer(claims.formatted(vault + ",'https://shop.example.com'")).kind())
        .isEqualTo(CredentialKind.JWT);
    assertThat(bearer(claims.formatted(vault + ",'https://graph.microsoft.com'")).kind())
        .isEqualTo(CredentialKind.AZURE_TOKEN);
    assertThat(bearer(claims.formatted("")).kind()).isEqualTo(CredentialKind.JWT);
  }

  @Test
  void identityTokenOfAWorkloadIsNoJwtSvid() {
    String claims = "{'sub':'spiffe://example.org/a','aud':'b'}";

    assertThat(typed(",'typ':'JWT'", claims)).isEqualTo(CredentialKind.JWT_SVID);
    assertThat(typed(",'typ':'JOSE'", claims)).isEqualTo(CredentialKind.JWT_SVID);
    assertThat(typed("", claims)).isEqualTo(CredentialKind.JWT_SVID);
    assertThat(typed(",'typ':'WIT+jwt'", claims)).isEqualTo(CredentialKind.JWT);
    assertThat(typed(",'typ':'at+jwt'", claims)).isEqualTo(CredentialKind.JWT);
  }

  private CredentialKind typed(String type, String claims) {
    return reader.fromHeaders(Headers.bearer(jwt("{'alg':'ES256'" + type + "}", claims))).kind();
  }

  @Test
  void detailsOfRichAuthorizationAreTypeAndActionsAlone() {
    CredentialUse use =
        bearer(
            "{'iss':'i','sub':'u','authorization_details':[{'type':'payment','actions':['initiate',"
                + "'cancel'],'instructedAmount':{'amount':'123'},'creditorName':'Merchant'},"
                + "{'type':'account','locations':['https://l']},{'actions':['x']},'y',[1]]}");

    assertThat(use.scopes())
        .containsExactly(
            "permission:account", "permission:payment/cancel", "permission:payment/initiate");
    assertThat(use.gaps()).isEmpty();
  }

  @Test
  void groupsAreReadAsScimWritesThem() {
    CredentialUse use =
        bearer(
            "{'iss':'i','sub':'u','groups':[{'value':'g1','display':'Finance','$ref':'r'},'g2'],"
                + "'roles':[{'display':'x'}],'cognito:groups':['g3']}");

    assertThat(use.scopes()).containsExactly("group:g1", "group:g2", "group:g3");
  }

  @Test
  void scopeThatWouldBeCutIsLeftOut() {
    String longest = "r".repeat(251);

    assertThat(bearer("{'iss':'i','sub':'u','roles':['" + longest + "']}").scopes()).hasSize(1);
    assertThat(bearer("{'iss':'i','sub':'u','roles':['r" + longest + "']}").scopes()).isEmpty();
  }

  @Test
  void actorWithoutANameIsNotReplacedByAPriorOne() {
    CredentialUse use =
        bearer("{'iss':'https://as','sub':'u','act':{'jti':'x','act':{'sub':'prior'}}}");

    assertThat(use.actors())
        .extracting(Actor::id)
        .containsExactly("unknown", "oauth:https://as#prior");
    assertThat(use.initiator()).isNotNull();
    assertThat(use.gaps()).contains(Gap.NO_ACTOR);
  }

  @Test
  void transactionIsNamedByItsPublicId() {
    String token = jwt("{'typ':'txntoken+jwt','alg':'RS256'}", "{'sub':'u','aud':'td','txn':'t1'}");

    assertThat(reader.fromHeaders(Headers.bearer(token)).publicId()).isEqualTo("t1");
    assertThat(bearer("{'iss':'i','sub':'u','txn':'t1','jti':'j1'}").publicId()).isEqualTo("j1");
  }
}
