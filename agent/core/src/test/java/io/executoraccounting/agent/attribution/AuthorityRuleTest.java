/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.attribution.Scene.DELEGATED;
import static io.executoraccounting.agent.attribution.Scene.LOGIN;
import static io.executoraccounting.agent.attribution.Scene.OPAQUE;
import static io.executoraccounting.agent.attribution.Scene.PROCESS;
import static io.executoraccounting.agent.attribution.Scene.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.attribution.AccountingRecord.Authority;
import io.executoraccounting.agent.identity.Headers;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import org.junit.jupiter.api.Test;

/** Rule 1 of the model. */
class AuthorityRuleTest {
  @Test
  void callItselfSaysWhoseRightIsUsed() {
    Authority authority = Scene.start().request(USER).agent("bot").calls(LOGIN).authority();

    assertThat(authority.id()).isEqualTo(Scene.ROLE);
    assertThat(authority.type()).isEqualTo(IdentityType.DB_ROLE);
    assertThat(authority.source()).isEqualTo(AuthoritySource.CALL);
    assertThat(authority.credential().kind()).isEqualTo(CredentialKind.DB_PASSWORD);
    assertThat(authority.credential().provider()).isEqualTo("HikariPool");
  }

  @Test
  void threadLendsItsAuthorityToACallThatPresentsNone() {
    Authority authority = Scene.start().request(USER).calls().authority();

    assertThat(authority.id()).isEqualTo("oauth:https://as#alice");
    assertThat(authority.type()).isEqualTo(IdentityType.HUMAN);
    assertThat(authority.source()).isEqualTo(AuthoritySource.THREAD);
    assertThat(authority.credential().kind()).isEqualTo(CredentialKind.NONE);
  }

  @Test
  void processLendsItsAuthorityWhereNothingArrived() {
    Authority authority = Scene.start().calls().authority();

    assertThat(authority.id()).isEqualTo(PROCESS);
    assertThat(authority.source()).isEqualTo(AuthoritySource.PROCESS);
    assertThat(authority.type()).isEqualTo(IdentityType.WORKLOAD);
  }

  @Test
  void anonymousRequestLendsNothing() {
    Authority authority = Scene.start().request(CredentialUse.NONE).calls().authority();

    assertThat(authority.source()).isEqualTo(AuthoritySource.PROCESS);
  }

  @Test
  void requestWhoseSubjectIsUnreadableLendsNothing() {
    Authority authority = Scene.start().request(OPAQUE).calls().authority();

    assertThat(authority.id()).isEqualTo(PROCESS);
  }

  @Test
  void unreadableCredentialIsUnknownAndNotTheProcess() {
    AccountingRecord record = Scene.start().calls(OPAQUE);

    assertThat(record.authority().id()).isEqualTo("unknown");
    assertThat(record.authority().credential().fingerprint()).startsWith("h1:");
    assertThat(record.gaps()).contains(Gap.PRINCIPAL_UNKNOWN, Gap.SCOPES_OPAQUE);
  }

  @Test
  void keyWhoseHolderIsUnknownIsAnApiKey() {
    CredentialUse key = Scene.READER.fromHeaders(Headers.of("X-Api-Key", "k-1234567890"));

    assertThat(Scene.start().calls(key).authority().type()).isEqualTo(IdentityType.API_KEY);
  }

  @Test
  void delegatedTokenIsTheRightOfWhomItWasIssuedFor() {
    Authority authority = Scene.start().calls(DELEGATED).authority();

    assertThat(authority.id()).isEqualTo("oauth:https://as#alice");
    assertThat(authority.credential().scopes()).containsExactly("tickets:write");
  }

  @Test
  void scopesOfTheInitiatingCredentialAreToldApart() {
    Authority authority = Scene.start().request(USER).calls(Scene.SERVICE).authority();

    assertThat(authority.inheritedScopes()).containsExactly("tickets:read");
    assertThat(authority.credential().scopes()).containsExactly("invoices");
  }

  @Test
  void nothingIsInheritedWhereNothingArrived() {
    assertThat(Scene.start().calls(Scene.SERVICE).authority().inheritedScopes()).isEmpty();
  }

  @Test
  void recordedCredentialHoldsNoIdentityOfItsOwn() {
    CredentialUse credential = Scene.start().calls(DELEGATED).authority().credential();

    assertThat(credential.principal()).isNull();
    assertThat(credential.initiator()).isNull();
    assertThat(credential.actors()).isEmpty();
    assertThat(credential.client()).isNull();
  }
}
