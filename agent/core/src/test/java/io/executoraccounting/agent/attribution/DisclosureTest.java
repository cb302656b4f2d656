/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.attribution.Scene.DELEGATED;
import static io.executoraccounting.agent.attribution.Scene.LOGIN;
import static io.executoraccounting.agent.attribution.Scene.SERVICE;
import static io.executoraccounting.agent.attribution.Scene.USER;
import static io.executoraccounting.agent.attribution.Scene.bearer;
import static io.executoraccounting.bootstrap.IdentityType.CLOUD_ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.config.IdentityConfig.CredentialIdForm;
import io.executoraccounting.agent.identity.Headers;
import io.executoraccounting.agent.identity.TestTokens;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.InboundCall;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureTest {
  private static final String PSEUDONYM = "p1:[\\w-]{22}";

  private static CredentialUse basic(String user) {
    String pair = Base64.getEncoder().encodeToString((user + ":secret").getBytes());
    return Scene.READER.fromHeaders(Headers.of("Authorization", "Basic " + pair));
  }

  @Test
  void personIsTheSamePseudonymInEveryPlaceOfTheRecord() {
    AccountingRecord record = Scene.start().pseudonymised().request(USER).calls(USER);

    String pseudonym = record.initiator().id();
    assertThat(pseudonym).matches(PSEUDONYM);
    assertThat(record.authority().id()).isEqualTo(pseudonym);
    assertThat(record.chain())
        .extracting(ChainHop::id)
        .containsExactly(pseudonym, Scene.PROCESS, pseudonym);
  }

  @Test
  void programsKeepTheirNames() {
    AccountingRecord record = Scene.start().pseudonymised().request(DELEGATED).calls(SERVICE);

    assertThat(record.executor().id()).isEqualTo("oauth:https://as#billing");
    assertThat(record.chain().get(1).id()).isEqualTo("oauth:https://as#bot");
    assertThat(Scene.start().pseudonymised().calls(LOGIN).authority().id()).isEqualTo(Scene.ROLE);
  }

  /** Somebody may use a token endpoint with a name and a password of one's own. */
  @Test
  void clientWhoseIdIsAPersonsMailboxIsAPseudonym() {
    CredentialUse client =
        CredentialUse.builder(CredentialKind.BASIC)
            .principal("oauth:https://as#alice@example.com", IdentityType.SERVICE_ACCOUNT)
            .build();
    AccountingRecord record = Scene.start().pseudonymised().calls(client);

    assertThat(record.authority().id()).matches(PSEUDONYM);
    assertThat(record.chain()).extracting(ChainHop::id).noneMatch(id -> id.contains("alice"));
  }

  /** Snowflake's key pair tokens: the issuer is the account, the user and the key's hash. */
  @Test
  void issuerThatNamesAPersonsMailboxIsAPseudonym() {
    CredentialUse token =
        bearer("{'iss':'ACME.ALICE@EXAMPLE.COM.SHA256:a/b+c=','sub':'ACME.ALICE@EXAMPLE.COM'}");
    AccountingRecord record = Scene.start().pseudonymised().request(token).calls(token);

    assertThat(record.authority().credential().issuer()).matches(PSEUDONYM);
    assertThat(record.initiator().issuer()).matches(PSEUDONYM);
    assertThat(Scene.start().calls(token).authority().credential().issuer()).contains("ALICE");
    CredentialUse robot = bearer("{'iss':'a@p.iam.gserviceaccount.com','sub':'b'}");
    assertThat(Scene.start().pseudonymised().calls(robot).authority().credential().issuer())
        .isEqualTo("a@p.iam.gserviceaccount.com");
  }

  @Test
  void subjectThatMayBeAPersonIsTreatedAsOne() {
    CredentialUse unclear = bearer("{'iss':'https://as','sub':'alice'}");
    InboundCall session =
        InboundCall.request("GET /", CredentialUse.NONE)
            .withAuthenticated("alice", IdentityType.UNKNOWN);

    assertThat(Scene.start().pseudonymised().calls(unclear).authority().id()).matches(PSEUDONYM);
    assertThat(Scene.start().pseudonymised().inbound(session).calls().authority().id())
        .matches(PSEUDONYM);
  }

  @Test
  void subjectAndOriginOfATokenArePseudonymsEach() {
    CredentialUse token =
        Scene.READER.fromHeaders(
            Headers.of(
                "Txn-Token",
                TestTokens.jwt(
                    "{'sub':'t','aud':'td','scope':'s','actor':'bot','principal':'alice'}")));
    Scene scene = Scene.start().pseudonymised().request(token);
    AccountingRecord record = scene.calls();

    assertThat(record.initiator().id()).matches(PSEUDONYM);
    assertThat(record.authority().id()).matches(PSEUDONYM).isNotEqualTo(record.initiator().id());
    assertThat(scene.attribution().origin(scene.facts()).initiator().id())
        .isEqualTo(record.initiator().id());
  }

  @Test
  void personActingByTheApplicationsWordIsAPseudonym() {
    ExecutorIdentity jane = ExecutorIdentity.of("jane", IdentityType.HUMAN).withName("Jane Doe");
    ExecutorIdentity found = Scene.start().pseudonymised().runAs(jane).calls().executor();

    assertThat(found.id()).matches(PSEUDONYM);
    assertThat(found.name()).isNull();
  }

  @Test
  void userOfAnOwnBasicCredentialIsNamedUnlessItArrived() {
    assertThat(Scene.start().pseudonymised().calls(basic("deploy")).authority().id())
        .isEqualTo("basic:deploy");
    assertThat(
            Scene.start()
                .pseudonymised()
                .request(basic("alice"))
                .calls(basic("alice"))
                .authority()
                .id())
        .matches(PSEUDONYM);
  }

  @ParameterizedTest
  @CsvSource({
    "jane@example.com, true",
    "sa@p.iam.gserviceaccount.com, false",
    "sa@project.iam, false",
    "svc@10, false",
    "svc, false",
  })
  void mailboxBelongsToAPersonWhereverItStands(String user, boolean person) {
    CredentialUse login =
        Scene.READER.fromDatabaseLogin(
            CredentialKind.DB_PASSWORD, "postgresql", user, "db.example.com", null);
    String id = Scene.start().pseudonymised().calls(login).authority().id();

    assertThat(id.startsWith("p1:")).isEqualTo(person);
  }

  @Test
  void absenceOfAPersonIsNoPseudonym() {
    AccountingRecord record = Scene.start().pseudonymised().request(CredentialUse.NONE).calls();

    assertThat(record.initiator().id()).isEqualTo("anonymous");
    assertThat(Scene.start().pseudonymised().request(Scene.OPAQUE).calls().initiator().id())
        .isEqualTo("unknown");
  }

  @Test
  void peopleKeepTheirNamesWhereThatIsConfigured() {
    assertThat(Scene.start().request(USER).calls(LOGIN).initiator().id())
        .isEqualTo("oauth:https://as#alice");
  }

  @Test
  void publicIdsAppearAsConfigured() {
    CredentialUse token = bearer("{'iss':'i','sub':'u','jti':'public-jti'}");

    assertThat(idOf(CredentialIdForm.PLAIN, token)).isEqualTo("public-jti");
    assertThat(idOf(CredentialIdForm.NONE, token)).isNull();
    assertThat(idOf(CredentialIdForm.FINGERPRINT, token)).matches("h1:[\\w-]{8}:[\\w-]{22}");
    assertThat(idOf(CredentialIdForm.FINGERPRINT, LOGIN)).isNull();
  }

  @Test
  void publicIdThatIsAPersonsAddressIsAPseudonym() {
    CredentialUse token = bearer("{'iss':'i','sub':'u','jti':'alice@example.com:1'}");

    assertThat(Scene.start().pseudonymised().calls(token).authority().credential().publicId())
        .startsWith("p1:");
  }

  @Test
  void sessionThatIsNamedAfterAPersonIsAPseudonym() {
    ExecutorIdentity role =
        ExecutorIdentity.of("arn:aws:sts::123456789012:assumed-role/deployer", CLOUD_ROLE)
            .withSessionId("alice@example.com");

    AccountingRecord record = Scene.start().pseudonymised().runAs(role).calls();

    assertThat(record.executor().id()).isEqualTo(role.id());
    assertThat(record.executor().sessionId()).startsWith("p1:");
  }

  @Test
  void sessionOfTheRoleInUseThatIsNamedAfterAPersonIsAPseudonym() {
    CredentialUse key =
        CredentialUse.builder(CredentialKind.AWS_SIGV4_SESSION)
            .principal("arn:aws:sts::123456789012:assumed-role/deployer", CLOUD_ROLE)
            .sessionId("alice@example.com")
            .build();

    assertThat(Scene.start().pseudonymised().calls(key).authority().credential().sessionId())
        .startsWith("p1:");
    assertThat(Scene.start().calls(key).authority().credential().sessionId())
        .isEqualTo("alice@example.com");
  }

  private static String idOf(CredentialIdForm form, CredentialUse use) {
    return Scene.start().credentialIds(form).calls(use).authority().credential().publicId();
  }
}
