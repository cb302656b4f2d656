/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.attribution.Scene.LOGIN;
import static io.executoraccounting.agent.attribution.Scene.PROCESS;
import static io.executoraccounting.agent.attribution.Scene.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.Verification;
import org.junit.jupiter.api.Test;

/** What a signature that the agent itself checked makes of a record. */
class CheckedTokenTest {
  private static final CredentialUse VERIFIED =
      USER.toBuilder().verification(Verification.VERIFIED).build();

  /** As the reader leaves a token that its issuer did not sign. */
  private static final CredentialUse FORGED =
      CredentialUse.builder(CredentialKind.JWT)
          .fingerprint("h1:k1:forged")
          .verification(Verification.NONE)
          .gap(Gap.SIGNATURE_INVALID)
          .gap(Gap.PRINCIPAL_UNKNOWN)
          .gap(Gap.SCOPES_OPAQUE)
          .build();

  private static InboundCall authenticated(CredentialUse credential) {
    return InboundCall.request("GET /", credential)
        .withAuthenticated("alice", IdentityType.UNKNOWN);
  }

  @Test
  void tokenThatArrivedAndWasCheckedIsVerified() {
    assertThat(Scene.start().request(VERIFIED).calls(LOGIN).verification())
        .isEqualTo(Verification.VERIFIED);
  }

  @Test
  void agentsOwnCheckIsStrongerThanTheApplications() {
    assertThat(Scene.start().inbound(authenticated(VERIFIED)).calls(LOGIN).verification())
        .isEqualTo(Verification.VERIFIED);
    assertThat(Scene.start().inbound(authenticated(USER)).calls(LOGIN).verification())
        .isEqualTo(Verification.APP_VERIFIED);
  }

  @Test
  void forgedTokenDoesNotOverrideTheAuthenticatedPrincipal() {
    AccountingRecord record = Scene.start().inbound(authenticated(FORGED)).calls(LOGIN);

    assertThat(record.initiator().id()).isEqualTo("app:alice@shop");
    assertThat(record.verification()).isEqualTo(Verification.APP_VERIFIED);
    assertThat(record.authority().inheritedScopes()).isEmpty();
    assertThat(record.gaps())
        .contains(Gap.SIGNATURE_INVALID)
        .doesNotContain(Gap.PRINCIPAL_CONFLICT);
  }

  @Test
  void whoeverCameWithAForgedTokenAloneIsUnknown() {
    AccountingRecord record = Scene.start().request(FORGED).calls(LOGIN);

    assertThat(record.initiator().id()).isEqualTo("unknown");
    assertThat(record.executor().id()).isEqualTo(PROCESS);
    assertThat(record.verification()).isEqualTo(Verification.NONE);
    assertThat(record.gaps()).contains(Gap.SIGNATURE_INVALID, Gap.PRINCIPAL_UNKNOWN);
    assertThat(record.chain().get(0).fingerprint()).isEqualTo("h1:k1:forged");
  }

  @Test
  void forgedTokenThatIsPresentedGivesNobodysAuthority() {
    AccountingRecord record = Scene.start().calls(FORGED);

    assertThat(record.authority().id()).isEqualTo("unknown");
    assertThat(record.executor().id()).isEqualTo(PROCESS);
    assertThat(record.gaps()).contains(Gap.SIGNATURE_INVALID);
    assertThat(record.authority().credential().fingerprint()).isEqualTo("h1:k1:forged");
  }
}
