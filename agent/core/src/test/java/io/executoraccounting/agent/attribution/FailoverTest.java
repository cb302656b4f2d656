/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.attribution.IdentityChange.Kind.FAILOVER;
import static io.executoraccounting.agent.attribution.IdentityChange.Kind.REFRESH;
import static io.executoraccounting.agent.attribution.Scene.PROCESS;
import static io.executoraccounting.agent.attribution.Scene.USER;
import static io.executoraccounting.agent.attribution.Scene.awsKey;
import static io.executoraccounting.agent.attribution.Scene.bearer;
import static io.executoraccounting.agent.attribution.Scene.opaque;
import static io.executoraccounting.agent.attribution.Scene.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.Headers;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One own credential fails, and another is used in its place. */
class FailoverTest {
  private static final CredentialUse PRIMARY = program("primary");
  private static final CredentialUse BACKUP = program("backup");
  private static final CallOutcome REFUSED = CallOutcome.httpStatus(401);

  private final ChangeStage stage = new ChangeStage();

  private static CredentialUse program(String name) {
    return bearer("{'iss':'https://as','sub':'%1$s','client_id':'%1$s'}".formatted(name));
  }

  private IdentityChange after(Scene scene, CredentialUse use) {
    return stage.apply(scene.calls(use)).change();
  }

  private static IdentityChange.Kind kind(IdentityChange change) {
    return change == null ? null : change.kind();
  }

  static List<CallOutcome> refusals() {
    return List.of(
        CallOutcome.httpStatus(401),
        CallOutcome.httpStatus(403),
        CallOutcome.httpStatus(407),
        CallOutcome.failed("28P01").with("db.response.status_code", "28P01"),
        CallOutcome.failed("7").with("rpc.grpc.status_code", 7L),
        CallOutcome.failed("16").with("rpc.grpc.status_code", 16L));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void credentialUsedAfterAnotherWasRefusedIsAFailover(CallOutcome refused) {
    after(Scene.start().ends(refused), PRIMARY);
    IdentityChange change = after(Scene.start(), BACKUP);

    assertThat(kind(change)).isEqualTo(FAILOVER);
    assertThat(change.previousId()).isEqualTo("oauth:https://as#primary");
    assertThat(change.previousFingerprint()).isEqualTo(PRIMARY.fingerprint());
  }

  static List<CallOutcome> otherOutcomes() {
    return List.of(
        CallOutcome.RETURNED,
        CallOutcome.httpStatus(404),
        CallOutcome.httpStatus(500),
        CallOutcome.failed("42P01").with("db.response.status_code", "42P01"),
        CallOutcome.failed("14").with("rpc.grpc.status_code", 14L),
        CallOutcome.failed("java.io.IOException"));
  }

  @ParameterizedTest
  @MethodSource("otherOutcomes")
  void credentialUsedAfterAnotherOutcomeIsNoFailover(CallOutcome outcome) {
    after(Scene.start().ends(outcome), PRIMARY);

    assertThat(kind(after(Scene.start(), BACKUP))).isEqualTo(IdentityChange.Kind.UNEXPECTED);
  }

  @Test
  void chainSaysThatTheCredentialCameInByFailover() {
    after(Scene.start().ends(REFUSED), PRIMARY);
    AccountingRecord record = stage.apply(Scene.start().calls(BACKUP));

    assertThat(read(record.chain()))
        .isEqualTo(PROCESS + "<process | oauth:https://as#backup<failover");
    assertThat(record.chain().get(1).fingerprint()).isEqualTo(BACKUP.fingerprint());
  }

  @Test
  void chainKeepsHowTheOtherCredentialWasMade() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    Grant grant =
        new Grant(
            GrantType.ASSUME_ROLE,
            key.toBuilder().principal("arn:role", IdentityType.CLOUD_ROLE).build(),
            BACKUP,
            null,
            List.of());
    after(Scene.start().ends(REFUSED), PRIMARY);
    AccountingRecord record = stage.apply(Scene.start().granted(grant).calls(key));

    assertThat(record.change().kind()).isEqualTo(FAILOVER);
    assertThat(read(record.chain()))
        .isEqualTo(PROCESS + "<process | oauth:https://as#backup<failover | arn:role<assume_role");
  }

  @Test
  void chainWhoseOwnCredentialIsUnknownEndsWithTheFailover() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    Grant grant =
        new Grant(
            GrantType.ASSUME_ROLE,
            key.toBuilder().principal("arn:role", IdentityType.CLOUD_ROLE).build(),
            null,
            null,
            List.of());
    after(Scene.start().ends(REFUSED), PRIMARY);

    assertThat(read(stage.apply(Scene.start().granted(grant).calls(key)).chain()))
        .isEqualTo(PROCESS + "<process | arn:role<failover");
  }

  @Test
  void chainInsideAnAgentsTurnKeepsTheAgent() {
    after(Scene.start().agent("bot").ends(REFUSED), PRIMARY);

    assertThat(read(stage.apply(Scene.start().agent("bot").calls(BACKUP)).chain()))
        .isEqualTo(PROCESS + "<process | agent:bot<agent | oauth:https://as#backup<failover");
  }

  @Test
  void furtherUseIsNoFurtherFailover() {
    after(Scene.start().ends(REFUSED), PRIMARY);
    after(Scene.start(), BACKUP);

    assertThat(after(Scene.start(), BACKUP)).isNull();
  }

  @Test
  void returnToTheFirstIsAFailoverAsWell() {
    after(Scene.start().ends(REFUSED), PRIMARY);
    after(Scene.start(), BACKUP);
    IdentityChange change = after(Scene.start(), PRIMARY);

    assertThat(kind(change)).isEqualTo(FAILOVER);
    assertThat(change.previousId()).isEqualTo("oauth:https://as#backup");
    assertThat(after(Scene.start(), BACKUP)).isNull();
  }

  @Test
  void secondFailoverIsToldThoughBothAreKnown() {
    after(Scene.start().ends(REFUSED), PRIMARY);
    after(Scene.start(), BACKUP);
    after(Scene.start().ends(REFUSED), PRIMARY);

    assertThat(kind(after(Scene.start(), BACKUP))).isEqualTo(FAILOVER);
  }

  @Test
  void credentialThatTookTurnsBeforeAnyRefusalIsNoFailover() {
    after(Scene.start(), PRIMARY);
    after(Scene.start(), BACKUP);
    after(Scene.start().ends(REFUSED), PRIMARY);

    assertThat(after(Scene.start(), BACKUP)).isNull();
    assertThat(after(Scene.start().ends(REFUSED), BACKUP)).isNull();
    assertThat(after(Scene.start(), PRIMARY)).isNull();
  }

  @Test
  void newerTokenOfTheSameHolderAfterARefusalIsARefresh() {
    CredentialUse newer =
        bearer("{'iss':'https://as','sub':'primary','client_id':'primary','jti':'2'}");
    after(Scene.start().ends(REFUSED), PRIMARY);

    assertThat(kind(after(Scene.start(), newer))).isEqualTo(REFRESH);
  }

  @Test
  void personsTokenThatIsRefusedDoesNotFailOver() {
    after(Scene.start().request(USER).ends(REFUSED), USER);

    assertThat(kind(after(Scene.start().request(USER), BACKUP))).isNotEqualTo(FAILOVER);
  }

  @Test
  void personsTokenUsedAfterARefusalIsNoFailover() {
    after(Scene.start().request(USER).ends(REFUSED), BACKUP);

    assertThat(kind(after(Scene.start().request(USER), USER))).isNotEqualTo(FAILOVER);
  }

  @Test
  void keysWhoseHoldersAreUnknownFailOverFromOneToTheOther() {
    CredentialUse one = Scene.READER.fromHeaders(Headers.of("X-Api-Key", "key-number-one"));
    CredentialUse two = Scene.READER.fromHeaders(Headers.of("X-Api-Key", "key-number-two"));
    after(Scene.start().ends(REFUSED), one);
    IdentityChange change = after(Scene.start(), two);

    assertThat(kind(change)).isEqualTo(FAILOVER);
    assertThat(change.previousId()).isNull();
    assertThat(change.previousFingerprint()).isEqualTo(one.fingerprint());
  }

  @Test
  void keysWhoseHoldersAreUnknownAreNotUnexpectedOfOneAnother() {
    CredentialUse one = Scene.READER.fromHeaders(Headers.of("X-Api-Key", "key-number-one"));
    CredentialUse two = Scene.READER.fromHeaders(Headers.of("X-Api-Key", "key-number-two"));
    after(Scene.start(), one);

    assertThat(after(Scene.start(), two)).isNull();
  }

  @Test
  void opaqueTokenAfterARefusalMayBeANewerOne() {
    after(Scene.start().ends(REFUSED), opaque("token-one-of-somebody"));

    assertThat(after(Scene.start(), opaque("token-two-of-somebody"))).isNull();
  }

  @Test
  void credentialWhoseTokenCannotBeHadIsFailedOverFrom() {
    after(Scene.start().to("api.example.com"), PRIMARY);
    after(tokenRequest("client_credentials").ends(CallOutcome.httpStatus(503)), PRIMARY);

    assertThat(kind(after(Scene.start().to("api.example.com"), BACKUP))).isEqualTo(FAILOVER);
  }

  @Test
  void tokenRequestThatSucceedsEndsTheFailure() {
    after(Scene.start().to("api.example.com"), PRIMARY);
    after(tokenRequest("client_credentials").ends(CallOutcome.httpStatus(503)), PRIMARY);
    after(tokenRequest("client_credentials").ends(CallOutcome.httpStatus(200)), PRIMARY);

    assertThat(kind(after(Scene.start().to("api.example.com"), BACKUP)))
        .isEqualTo(IdentityChange.Kind.UNEXPECTED);
  }

  /** A person may mistype, wait, or have left; that says nothing of the client's own tokens. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "authorization_code",
        "refresh_token",
        "password",
        "device_code",
        "ciba",
        "token_exchange",
        "on_behalf_of"
      })
  void requestForAPersonsTokenThatFailsIsNoWantOfTheClientsOwn(String operation) {
    after(Scene.start().to("api.example.com"), PRIMARY);
    after(tokenRequest(operation).ends(CallOutcome.httpStatus(400)), PRIMARY);

    assertThat(kind(after(Scene.start().to("api.example.com"), BACKUP)))
        .isEqualTo(IdentityChange.Kind.UNEXPECTED);
  }

  @Test
  void otherFailedCallIsNoFailedTokenRequest() {
    after(Scene.start().to("api.example.com"), PRIMARY);
    after(tokenRequest("POST").ends(CallOutcome.httpStatus(503)), PRIMARY);

    assertThat(kind(after(Scene.start().to("api.example.com"), BACKUP)))
        .isEqualTo(IdentityChange.Kind.UNEXPECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_credentials", "token_exchange", "AssumeRoleWithWebIdentity"})
  void requestForATokenStandsForItself(String operation) {
    assertThat(after(tokenRequest(operation).request(USER), PRIMARY)).isNull();
    assertThat(after(tokenRequest(operation).request(USER), BACKUP)).isNull();
  }

  @Test
  void clientThatAsksForATokenInAnothersPlaceIsAFailover() {
    after(tokenRequest("client_credentials").ends(CallOutcome.failed("timeout")), PRIMARY);

    assertThat(kind(after(tokenRequest("client_credentials"), BACKUP))).isEqualTo(FAILOVER);
  }

  private static Scene tokenRequest(String operation) {
    return Scene.start().to("as.example.com").doing(operation);
  }
}
