/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.attribution.IdentityChange.Kind.ASSUME;
import static io.executoraccounting.agent.attribution.IdentityChange.Kind.EXCHANGE;
import static io.executoraccounting.agent.attribution.IdentityChange.Kind.IMPERSONATE;
import static io.executoraccounting.agent.attribution.IdentityChange.Kind.PASSTHROUGH;
import static io.executoraccounting.agent.attribution.IdentityChange.Kind.REFRESH;
import static io.executoraccounting.agent.attribution.IdentityChange.Kind.SUBSTITUTION;
import static io.executoraccounting.agent.attribution.IdentityChange.Kind.UNEXPECTED;
import static io.executoraccounting.agent.attribution.Scene.DELEGATED;
import static io.executoraccounting.agent.attribution.Scene.LOGIN;
import static io.executoraccounting.agent.attribution.Scene.OPAQUE;
import static io.executoraccounting.agent.attribution.Scene.SERVICE;
import static io.executoraccounting.agent.attribution.Scene.USER;
import static io.executoraccounting.agent.attribution.Scene.awsKey;
import static io.executoraccounting.agent.attribution.Scene.bearer;
import static io.executoraccounting.agent.attribution.Scene.opaque;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.Headers;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.Via;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That executor or authority are others than before, and why. */
class ChangeStageTest {
  private static final String ALICE = "oauth:https://as#alice";
  private static final String BILLING = "oauth:https://as#billing";
  private static final CredentialUse BACKUP = program("backup");
  private static final CredentialUse ISSUED = opaque("issued-in-exchange");

  private final ChangeStage stage = new ChangeStage();

  private static CredentialUse program(String name) {
    return bearer("{'iss':'https://as','sub':'%1$s','client_id':'%1$s'}".formatted(name));
  }

  private static CredentialUse tokenOf(String person, String id) {
    return bearer(
        "{'iss':'https://as','sub':'%s','client_id':'web','scope':'a','jti':'%s'}"
            .formatted(person, id));
  }

  private static AssumedIdentity role(String name, Via via) {
    return new AssumedIdentity(name, IdentityType.DB_ROLE, via, List.of("role:" + name));
  }

  private IdentityChange after(Scene scene, CredentialUse use) {
    return stage.apply(scene.calls(use)).change();
  }

  private static Scene start() {
    return Scene.start();
  }

  @Test
  void firstUseOfAnOwnCredentialIsNoChange() {
    assertThat(after(start(), SERVICE)).isNull();
    assertThat(after(start(), SERVICE)).isNull();
  }

  @Test
  void callThatPresentsNothingIsNoChange() {
    assertThat(stage.apply(start().request(USER).calls()).change()).isNull();
    assertThat(after(start().request(USER), LOGIN).kind()).isEqualTo(SUBSTITUTION);
  }

  @Test
  void ownCredentialInAPersonsRequestIsASubstitutionOnce() {
    IdentityChange change = after(start().request(USER), LOGIN);

    assertThat(change.kind()).isEqualTo(SUBSTITUTION);
    assertThat(change.previousId()).isEqualTo(ALICE);
    assertThat(change.previousFingerprint()).isEqualTo(USER.fingerprint());
    assertThat(after(start().request(USER), LOGIN)).isNull();
  }

  @Test
  void substitutionIsToldOfEachPersonAndOfEachTarget() {
    after(start().request(USER), LOGIN);

    assertThat(after(start().request(tokenOf("bob", "1")), LOGIN).previousId())
        .isEqualTo("oauth:https://as#bob");
    assertThat(after(start().request(USER).to("other.example.com"), LOGIN).kind())
        .isEqualTo(SUBSTITUTION);
  }

  @Test
  void ownCredentialAfterThePersonsTokenIsASubstitution() {
    after(start().request(USER), USER);

    assertThat(after(start().request(USER), SERVICE).kind()).isEqualTo(SUBSTITUTION);
    assertThat(after(start().request(USER), BACKUP).kind()).isEqualTo(UNEXPECTED);
  }

  @Test
  void tokenEndpointIsATargetOfItsOwnThoughItSharesItsHost() {
    after(start().request(USER).doing("client_credentials"), SERVICE);

    assertThat(after(start().request(USER), SERVICE).kind()).isEqualTo(SUBSTITUTION);
  }

  @Test
  void eachTokenThatCannotBeReadIsPassedOnAnew() {
    CredentialUse newer = opaque("a-newer-opaque-token");
    after(start().request(OPAQUE), OPAQUE);

    assertThat(after(start().request(OPAQUE), OPAQUE)).isNull();
    assertThat(after(start().request(newer), newer).kind()).isEqualTo(PASSTHROUGH);
    assertThat(after(start().request(newer), opaque("not-the-requests-token"))).isNull();
  }

  @Test
  void exchangeOfTheRequestsTokenIsToldAfterAnOwnCredential() {
    after(start().request(USER), SERVICE);
    IdentityChange change = after(exchanged(USER, ISSUED), ISSUED);

    assertThat(change.kind()).isEqualTo(EXCHANGE);
    assertThat(change.previousId()).isEqualTo(ALICE);
  }

  @Test
  void programsRequestIsNoPersonsRight() {
    assertThat(after(start().request(SERVICE), LOGIN)).isNull();
  }

  @Test
  void requestOfNobodyKnownIsNoPersonsRight() {
    assertThat(after(start().request(OPAQUE), LOGIN)).isNull();
    assertThat(after(start().request(CredentialUse.NONE), LOGIN)).isNull();
  }

  @Test
  void tokenThatCannotBeReadMayBeThePersonsOwn() {
    assertThat(after(start().request(USER), OPAQUE)).isNull();
  }

  @Test
  void keyWhoseHolderIsUnknownIsStillNotThePersons() {
    CredentialUse key = Scene.READER.fromHeaders(Headers.of("X-Api-Key", "k-1234567890"));

    assertThat(after(start().request(USER), key).kind()).isEqualTo(SUBSTITUTION);
  }

  @Test
  void ownCredentialAfterADelegatedTokenIsASubstitutionAsWell() {
    CredentialUse key = Scene.READER.fromHeaders(Headers.of("X-Api-Key", "k-1234567890"));
    after(start().request(USER), DELEGATED);

    assertThat(after(start().request(USER), key).kind()).isEqualTo(SUBSTITUTION);
    assertThat(after(start().request(USER), key)).isNull();
  }

  @Test
  void delegatedTokenIsNoSubstitution() {
    assertThat(after(start().request(USER), DELEGATED)).isNull();
  }

  @Test
  void inboundTokenThatIsSentOnIsAPassthroughOnceForEachToken() {
    IdentityChange change = after(start().request(USER), USER);

    assertThat(change.kind()).isEqualTo(PASSTHROUGH);
    assertThat(change.previousId()).isEqualTo(ALICE);
    assertThat(change.previousFingerprint()).isEqualTo(USER.fingerprint());
    assertThat(after(start().request(USER), USER)).isNull();
    CredentialUse newer = tokenOf("alice", "2");
    assertThat(after(start().request(newer), newer).kind()).isEqualTo(PASSTHROUGH);
  }

  @Test
  void tokenThatIsMeantForTheTargetAsWellIsNoPassthrough() {
    CredentialUse meant =
        bearer("{'iss':'https://as','sub':'a','client_id':'w','aud':'https://b.example.com'}");

    assertThat(after(start().request(meant).to("b.example.com"), meant)).isNull();
    assertThat(after(start().request(meant).to("c.example.com"), meant).kind())
        .isEqualTo(PASSTHROUGH);
  }

  @Test
  void passedOnTokenThatCannotBeReadHasNoPreviousHolder() {
    IdentityChange change = after(start().request(OPAQUE), OPAQUE);

    assertThat(change.kind()).isEqualTo(PASSTHROUGH);
    assertThat(change.previousId()).isNull();
    assertThat(change.previousFingerprint()).isEqualTo(OPAQUE.fingerprint());
  }

  @Test
  void exchangeOfTheRequestsTokenIsToldForEachToken() {
    IdentityChange first = after(exchanged(USER, ISSUED), ISSUED);
    CredentialUse newer = tokenOf("alice", "2");
    CredentialUse newest = opaque("issued-in-exchange-2");

    assertThat(first.kind()).isEqualTo(EXCHANGE);
    assertThat(first.previousId()).isEqualTo(ALICE);
    assertThat(first.previousFingerprint()).isEqualTo(USER.fingerprint());
    assertThat(after(exchanged(USER, ISSUED), ISSUED)).isNull();
    assertThat(after(exchanged(newer, newest), newest).previousFingerprint())
        .isEqualTo(newer.fingerprint());
  }

  private static Scene exchanged(CredentialUse subject, CredentialUse issued) {
    return start()
        .request(subject)
        .granted(new Grant(GrantType.TOKEN_EXCHANGE, issued, subject, null, List.of()));
  }

  @Test
  void assumedRoleIsToldWithWhoAssumedIt() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    Grant grant =
        new Grant(
            GrantType.ASSUME_ROLE_WITH_WEB_IDENTITY,
            key.toBuilder().principal("arn:role", IdentityType.CLOUD_ROLE).build(),
            SERVICE,
            null,
            List.of());
    IdentityChange change = after(start().granted(grant), key);

    assertThat(change.kind()).isEqualTo(ASSUME);
    assertThat(change.previousId()).isEqualTo(BILLING);
    assertThat(change.previousFingerprint()).isEqualTo(SERVICE.fingerprint());
    assertThat(after(start().granted(grant), key)).isNull();
  }

  @Test
  void newerKeyOfTheSameRoleIsARefresh() {
    CredentialUse one = awsKey("ASIAQWERTYUIOPASDFG1");
    CredentialUse two = awsKey("ASIAQWERTYUIOPASDFG2");
    after(start().granted(assumed(one)), one);
    IdentityChange change = after(start().granted(assumed(two)), two);

    assertThat(change.kind()).isEqualTo(REFRESH);
    assertThat(change.previousId()).isEqualTo("arn:role");
  }

  private static Grant assumed(CredentialUse key) {
    return new Grant(
        GrantType.ASSUME_ROLE,
        key.toBuilder().principal("arn:role", IdentityType.CLOUD_ROLE).build(),
        null,
        null,
        List.of());
  }

  @Test
  void roleWithoutAKnownParentHasNoPrevious() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    IdentityChange change = after(start().granted(assumed(key)), key);

    assertThat(change.kind()).isEqualTo(ASSUME);
    assertThat(change.previousId()).isNull();
    assertThat(change.previousFingerprint()).isNull();
  }

  @Test
  void clientsOwnTokenWasMadeOfNobodys() {
    Grant own = new Grant(GrantType.CLIENT_CREDENTIALS, ISSUED, SERVICE, null, List.of());

    assertThat(after(start().granted(own), ISSUED)).isNull();
  }

  @Test
  void refreshOfAnExchangedTokenWasStillExchanged() {
    CredentialUse newer = opaque("refreshed-after-exchange");
    Grant exchange = new Grant(GrantType.TOKEN_EXCHANGE, ISSUED, USER, null, List.of());
    Grant refresh = new Grant(GrantType.REFRESH_TOKEN, newer, ISSUED, null, List.of());

    assertThat(after(start().granted(exchange, refresh), newer).kind()).isEqualTo(EXCHANGE);
  }

  @ParameterizedTest
  @CsvSource({
    "SET_ROLE, ASSUME",
    "IMPERSONATION, IMPERSONATE",
    "PROXY_AUTH, IMPERSONATE",
  })
  void identityThatIsPutOnIsToldWithTheLogin(Via via, IdentityChange.Kind kind) {
    IdentityChange change = after(start().assuming(role("r", via)), LOGIN);

    assertThat(change.kind()).isEqualTo(kind);
    assertThat(change.previousId()).isEqualTo(Scene.ROLE);
  }

  @Test
  void identityThatIsPutOnOverAnotherIsToldWithThat() {
    IdentityChange change =
        after(start().assuming(role("a", Via.IMPERSONATION), role("b", Via.SET_ROLE)), LOGIN);

    assertThat(change.kind()).isEqualTo(ASSUME);
    assertThat(change.previousId()).isEqualTo("a");
  }

  @Test
  void roleThatTakesTurnsWithTheLoginIsToldOnce() {
    after(start(), LOGIN);

    IdentityChange change = after(start().assuming(role("r", Via.SET_ROLE)), LOGIN);
    assertThat(change.kind()).isEqualTo(ASSUME);
    assertThat(change.previousId()).isEqualTo(Scene.ROLE);
    assertThat(after(start(), LOGIN)).isNull();
    assertThat(after(start().assuming(role("r", Via.SET_ROLE)), LOGIN)).isNull();
  }

  @Test
  void impersonatedAccountIsTold() {
    CredentialUse issued =
        ISSUED.toBuilder().principal("gcp:t", IdentityType.SERVICE_ACCOUNT).build();
    Grant grant =
        new Grant(GrantType.SERVICE_ACCOUNT_IMPERSONATION, issued, SERVICE, null, List.of());

    assertThat(after(start().granted(grant), ISSUED).kind()).isEqualTo(IMPERSONATE);
  }

  @Test
  void newerTokenOfTheSameHolderIsARefreshOnce() {
    CredentialUse newer =
        bearer("{'iss':'https://as','sub':'billing','client_id':'billing','jti':'2'}");
    after(start(), SERVICE);
    IdentityChange change = after(start(), newer);

    assertThat(change.kind()).isEqualTo(REFRESH);
    assertThat(change.previousId()).isEqualTo(BILLING);
    assertThat(change.previousFingerprint()).isEqualTo(SERVICE.fingerprint());
    assertThat(after(start(), SERVICE)).isNull();
    assertThat(after(start(), newer)).isNull();
  }

  @Test
  void tokenThatCannotBeReadMayBeANewerOneOfTheSameHolder() {
    after(start(), OPAQUE);

    assertThat(after(start(), opaque("another-opaque-token"))).isNull();
    assertThat(after(start(), SERVICE)).isNull();
    assertThat(after(start(), OPAQUE)).isNull();
  }

  @Test
  void anotherAuthorityWithoutAReasonIsUnexpected() {
    after(start(), SERVICE);
    IdentityChange change = after(start(), BACKUP);

    assertThat(change.kind()).isEqualTo(UNEXPECTED);
    assertThat(change.previousId()).isEqualTo(BILLING);
    assertThat(change.previousFingerprint()).isEqualTo(SERVICE.fingerprint());
  }

  @Test
  void authoritiesThatTakeTurnsAreUnexpectedOnce() {
    after(start(), SERVICE);
    after(start(), BACKUP);

    assertThat(after(start(), SERVICE)).isNull();
    assertThat(after(start(), BACKUP)).isNull();
  }

  @Test
  void authorityThatOthersUseAtThatTargetIsNotUnexpected() {
    after(start().request(USER), SERVICE);
    after(start().request(tokenOf("bob", "1")), BACKUP);

    assertThat(after(start().request(USER), BACKUP)).isNull();
  }

  @Test
  void anotherPersonsTokenIsUnexpectedThoughThatPersonUsesItAsWell() {
    CredentialUse bobs = tokenOf("bob", "1");
    after(start().request(bobs), bobs);
    after(start().request(USER), USER);

    assertThat(after(start().request(USER), bobs).kind()).isEqualTo(UNEXPECTED);
  }

  @Test
  void targetsAreToldApartByHost() {
    after(start().to("a.example.com"), SERVICE);

    assertThat(after(start().to("b.example.com"), BACKUP)).isNull();
  }

  @Test
  void executorsAreToldApart() {
    after(start().agent("one"), SERVICE);

    assertThat(after(start().agent("two"), BACKUP)).isNull();
  }

  @Test
  void anotherActorOfTheSamePersonsTokenIsUnexpected() {
    CredentialUse other = bearer("{'iss':'https://as','sub':'alice','act':{'sub':'intruder'}}");
    after(start().request(USER), DELEGATED);
    IdentityChange change = after(start().request(USER), other);

    assertThat(change.kind()).isEqualTo(UNEXPECTED);
    assertThat(change.previousId()).isEqualTo("oauth:https://as#bot");
    assertThat(change.previousFingerprint()).isEqualTo(DELEGATED.fingerprint());
  }

  @Test
  void anotherActorWhoseExchangeWasSeenIsNotUnexpected() {
    CredentialUse other = bearer("{'iss':'https://as','sub':'alice','act':{'sub':'helper'}}");
    CredentialUse stored = tokenOf("alice", "stored");
    after(start().request(USER), DELEGATED);
    Grant grant = new Grant(GrantType.TOKEN_EXCHANGE, other, stored, null, List.of());

    assertThat(after(start().request(USER).granted(grant), other).kind()).isEqualTo(EXCHANGE);
  }

  @Test
  void anotherAuthorityWhoseGrantWasSeenIsNotUnexpected() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    after(start(), SERVICE);
    IdentityChange change = after(start().granted(assumed(key)), key);

    assertThat(change.kind()).isEqualTo(ASSUME);
    assertThat(change.previousId()).isEqualTo(BILLING);
  }

  @Test
  void previousIsAPseudonymWhereItIsAPerson() {
    assertThat(after(start().pseudonymised().request(USER), LOGIN).previousId()).startsWith("p1:");
    assertThat(after(start().pseudonymised().request(USER).to("x"), USER).previousId())
        .startsWith("p1:");
    Grant grant = new Grant(GrantType.TOKEN_EXCHANGE, ISSUED, USER, null, List.of());
    assertThat(after(start().pseudonymised().granted(grant).to("y"), ISSUED).previousId())
        .startsWith("p1:");
  }

  @Test
  void callerThatIsAPersonIsTheSameClientUnderItsPseudonym() {
    ExecutorIdentity jane = ExecutorIdentity.of("jane", IdentityType.HUMAN);
    after(start().pseudonymised().runAs(jane), SERVICE);

    assertThat(after(start().pseudonymised().runAs(jane), BACKUP).kind()).isEqualTo(UNEXPECTED);
  }

  @Test
  void recordThatAttributionDidNotMakeIsLeftAlone() {
    AccountingRecord made = start().request(USER).calls(LOGIN);
    AccountingRecord other =
        new AccountingRecord(
            made.completed(),
            made.executor(),
            made.authority(),
            made.initiator(),
            made.relation(),
            made.chain(),
            made.environment(),
            made.verification(),
            made.gaps());

    assertThat(stage.apply(other)).isSameAs(other);
  }

  @Test
  void tenThousandClientsLeaveTheTableAtItsBound() {
    for (int i = 0; i < 10_000; i++) {
      after(start().to("host-" + i), SERVICE);
    }
    int last = 9_999;

    assertThat(after(start().to("host-" + last), BACKUP).kind()).isEqualTo(UNEXPECTED);
    int oldestKept = 10_000 - ChangeStage.MAX_CLIENTS;
    assertThat(after(start().to("host-" + oldestKept), BACKUP).kind()).isEqualTo(UNEXPECTED);
    assertThat(after(start().to("host-0"), BACKUP)).isNull();
  }

  @Test
  void tenThousandTokensOfOneClientAreAsManyRefreshes() {
    after(start(), SERVICE);
    int refreshes = 0;
    for (int i = 0; i < 10_000; i++) {
      CredentialUse next = SERVICE.toBuilder().fingerprint("h1:k:" + i).build();
      refreshes += after(start(), next).kind() == REFRESH ? 1 : 0;
    }

    assertThat(refreshes).isEqualTo(10_000);
  }

  @Test
  void requestThatWasAuthenticatedByTheApplicationIsAPersonsAsWell() {
    InboundCall session =
        InboundCall.request("GET /", CredentialUse.NONE)
            .withAuthenticated("alice", IdentityType.UNKNOWN);
    IdentityChange change = after(start().inbound(session), LOGIN);

    assertThat(change.kind()).isEqualTo(SUBSTITUTION);
    assertThat(change.previousId()).isEqualTo("app:alice@shop");
    assertThat(change.previousFingerprint()).isNull();
  }
}
