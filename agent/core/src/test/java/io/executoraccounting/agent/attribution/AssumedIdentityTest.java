/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.attribution.Scene.LOGIN;
import static io.executoraccounting.agent.attribution.Scene.PROCESS;
import static io.executoraccounting.agent.attribution.Scene.SERVICE;
import static io.executoraccounting.agent.attribution.Scene.USER;
import static io.executoraccounting.agent.attribution.Scene.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.ScopesSource;
import io.executoraccounting.spi.Via;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is put on over the credential: whose right is used is another, the proof stays. */
class AssumedIdentityTest {
  private static final String AUDITOR = "postgresql:auditor@db.example.com";
  private static final AssumedIdentity ROLE =
      new AssumedIdentity(AUDITOR, IdentityType.DB_ROLE, Via.SET_ROLE, List.of("role:auditor"));
  private static final AssumedIdentity JANE =
      new AssumedIdentity("k8s:user/jane", IdentityType.HUMAN, Via.IMPERSONATION, List.of());
  private static final AssumedIdentity UNKNOWN =
      new AssumedIdentity("unknown", IdentityType.UNKNOWN, Via.SET_ROLE, List.of());

  @Test
  void roleThatWasSetIsTheAuthorityAndTheLoginsCredentialIsPresented() {
    AccountingRecord.Authority authority =
        Scene.start().request(USER).assuming(ROLE).calls(LOGIN).authority();

    assertThat(authority.id()).isEqualTo(AUDITOR);
    assertThat(authority.type()).isEqualTo(IdentityType.DB_ROLE);
    assertThat(authority.source()).isEqualTo(AuthoritySource.CALL);
    assertThat(authority.credential().kind()).isEqualTo(CredentialKind.DB_PASSWORD);
  }

  @Test
  void lastOneCountsAndEachIsAHopAfterTheLogin() {
    AssumedIdentity session =
        new AssumedIdentity("pg:owner", IdentityType.DB_ROLE, Via.IMPERSONATION, List.of());
    AccountingRecord record = Scene.start().request(USER).assuming(session, ROLE).calls(LOGIN);

    assertThat(record.authority().id()).isEqualTo(AUDITOR);
    assertThat(read(record.chain()))
        .isEqualTo(
            "oauth:https://as#alice<request | "
                + PROCESS
                + "<process | "
                + Scene.ROLE
                + "<process | pg:owner<impersonation | "
                + AUDITOR
                + "<set_role");
  }

  @Test
  void fingerprintStaysWithWhoPresentedTheCredential() {
    List<ChainHop> chain = Scene.start().assuming(JANE).calls(SERVICE).chain();

    assertThat(read(chain))
        .isEqualTo(
            PROCESS + "<process | oauth:https://as#billing<process | k8s:user/jane<impersonation");
    assertThat(chain)
        .extracting(ChainHop::fingerprint)
        .containsExactly(null, SERVICE.fingerprint(), null);
  }

  @Test
  void whoPutItOnExecutes() {
    assertThat(Scene.start().assuming(JANE).calls(SERVICE).executor().id())
        .isEqualTo("oauth:https://as#billing");
    assertThat(Scene.start().assuming(ROLE).calls(LOGIN).executor().id()).isEqualTo(PROCESS);
  }

  @Test
  void roleProvesNoDelegation() {
    assertThat(Scene.start().request(USER).assuming(ROLE).calls(LOGIN).relation())
        .isEqualTo(Relation.ON_BEHALF_UNPROVEN);
  }

  @Test
  void initiatorWhoseIdentityIsPutOnIsImpersonated() {
    AssumedIdentity alice =
        new AssumedIdentity(
            "oauth:https://as#alice", IdentityType.HUMAN, Via.IMPERSONATION, List.of());
    AccountingRecord record = Scene.start().request(USER).assuming(alice).calls(SERVICE);

    assertThat(record.relation()).isEqualTo(Relation.IMPERSONATED);
    assertThat(record.gaps()).contains(Gap.NO_ACTOR);
    assertThat(read(record.chain()))
        .endsWith("oauth:https://as#billing<process | oauth:https://as#alice<impersonation");
  }

  @Test
  void personThatIsPutOnSetsNothingGoing() {
    AccountingRecord record = Scene.start().assuming(JANE).calls(SERVICE);

    assertThat(record.initiator()).isNull();
    assertThat(record.relation()).isEqualTo(Relation.AUTONOMOUS);
  }

  @Test
  void scopesAreThoseOfTheRole() {
    CredentialUse credential = Scene.start().assuming(ROLE).calls(SERVICE).authority().credential();

    assertThat(credential.scopes()).containsExactly("role:auditor");
    assertThat(credential.scopesSource()).isEqualTo(ScopesSource.SESSION);
  }

  @Test
  void scopesOfTheCredentialAreNotThoseOfAnIdentityWhoseScopesAreNotKnown() {
    AccountingRecord record = Scene.start().assuming(JANE).calls(SERVICE);

    assertThat(record.authority().credential().scopes()).isEmpty();
    assertThat(record.authority().credential().scopesSource()).isNull();
    assertThat(record.gaps()).contains(Gap.SCOPES_OPAQUE);
  }

  @Test
  void knownRoleOfAnOpaqueCredentialIsNotOpaque() {
    assertThat(Scene.start().assuming(ROLE).calls(Scene.OPAQUE).gaps())
        .doesNotContain(Gap.SCOPES_OPAQUE);
  }

  @Test
  void roleOfWhichOnlyIsKnownThatItWasSetIsUnknown() {
    AccountingRecord record = Scene.start().assuming(UNKNOWN).calls(LOGIN);

    assertThat(record.authority().id()).isEqualTo("unknown");
    assertThat(record.gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
    assertThat(read(record.chain())).endsWith(Scene.ROLE + "<process | unknown<set_role");
    assertThat(Scene.start().assuming(ROLE).calls(LOGIN).gaps())
        .doesNotContain(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void unknownRoleHasNoPseudonym() {
    assertThat(Scene.start().pseudonymised().assuming(UNKNOWN).calls(LOGIN).authority().id())
        .isEqualTo("unknown");
  }

  @Test
  void identityThatIsPutOnWithoutACredentialIsTheCallsWord() {
    AccountingRecord record = Scene.start().request(USER).assuming(ROLE).calls();

    assertThat(record.authority().id()).isEqualTo(AUDITOR);
    assertThat(record.authority().source()).isEqualTo(AuthoritySource.CALL);
    assertThat(read(record.chain())).endsWith(PROCESS + "<process | " + AUDITOR + "<set_role");
  }

  @Test
  void personThatIsPutOnIsAPseudonym() {
    AssumedIdentity unclear =
        new AssumedIdentity("trino:jane", IdentityType.UNKNOWN, Via.IMPERSONATION, List.of());

    for (AssumedIdentity person : List.of(JANE, unclear)) {
      AccountingRecord record = Scene.start().pseudonymised().assuming(person).calls(SERVICE);
      assertThat(record.authority().id()).startsWith("p1:");
      assertThat(record.chain().get(2).id()).isEqualTo(record.authority().id());
    }
  }

  @Test
  void roleThatIsSetToTheLoginItselfIsNoFurtherHop() {
    AssumedIdentity self =
        new AssumedIdentity(Scene.ROLE, IdentityType.DB_ROLE, Via.SET_ROLE, List.of());

    assertThat(read(Scene.start().assuming(self).calls(LOGIN).chain()))
        .isEqualTo(PROCESS + "<process | " + Scene.ROLE + "<process");
  }
}
