/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.agent.identity.TestTokens.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import org.junit.jupiter.api.Test;

/** A transaction token beside the credential that the caller authenticates with. */
class TransactionContextTest {
  private static final String TRANSACTION =
      jwt(
          "{'typ':'txntoken+jwt','alg':'RS256'}",
          "{'txn':'t1','sub':'alice','aud':'td','scope':'trade','req_wl':'gateway',"
              + "'act':{'sub':'agent-1'}}");
  private static final String SERVICE =
      jwt("{'iss':'https://as','sub':'billing','client_id':'billing','scope':'orders'}");

  private final PresentedCredentialReader reader =
      new PresentedCredentialReader(Fingerprinter.random());

  private CredentialUse beside(String header, String value) {
    return reader.fromHeaders(Headers.of("Txn-Token", TRANSACTION).and(header, value));
  }

  @Test
  void whatAuthenticatesIsTheAuthority() {
    CredentialUse use = beside("Authorization", "Bearer " + SERVICE);

    assertThat(use.kind()).isEqualTo(CredentialKind.JWT);
    assertThat(use.principal()).isEqualTo("oauth:https://as#billing");
    assertThat(use.scopes()).containsExactly("orders");
    assertThat(use.fingerprint())
        .isEqualTo(reader.fromHeaders(Headers.bearer(SERVICE)).fingerprint());
  }

  @Test
  void initiatorAndActorsOfTheTransactionCount() {
    CredentialUse use = beside("Authorization", "Bearer " + SERVICE);

    assertThat(use.initiator()).isNotNull();
    assertThat(use.initiator().id()).isEqualTo("txn:td#alice");
    assertThat(use.actors()).extracting(Actor::id).containsExactly("txn:td#agent-1");
  }

  @Test
  void whatTheAuthorityItselfNamesGoesBefore() {
    String delegated = jwt("{'iss':'https://as','sub':'bob','act':{'sub':'bot'}}");
    CredentialUse use = beside("Authorization", "Bearer " + delegated);

    assertThat(use.initiator()).isNotNull();
    assertThat(use.initiator().id()).isEqualTo("oauth:https://as#bob");
    assertThat(use.actors()).extracting(Actor::id).containsExactly("oauth:https://as#bot");
  }

  @Test
  void subjectInitiatesATransactionWithoutActor() {
    String transaction =
        jwt("{'typ':'txntoken+jwt','alg':'RS256'}", "{'sub':'alice','aud':'td','scope':'s'}");
    Headers headers = Headers.of("Txn-Token", transaction).and("Authorization", "Basic Ym90OnB3");
    CredentialUse use = reader.fromHeaders(headers);

    assertThat(use.principal()).isEqualTo("basic:bot");
    assertThat(use.initiator()).isNotNull();
    assertThat(use.initiator().id()).isEqualTo("txn:td#alice");
    assertThat(use.actors()).isEmpty();
  }

  @Test
  void workloadIdentityTokenAuthenticates() {
    String workload =
        jwt("{'typ':'wit+jwt','alg':'ES256'}", "{'sub':'spiffe://example.org/billing'}");
    CredentialUse use = beside("Workload-Identity-Token", workload);

    assertThat(use.principal()).isEqualTo("spiffe://example.org/billing");
    assertThat(use.actors()).extracting(Actor::id).containsExactly("txn:td#agent-1");
  }

  @Test
  void accessTokenGoesBeforeAWorkloadIdentityToken() {
    Headers headers =
        Headers.bearer(SERVICE)
            .and("Workload-Identity-Token", jwt("{'sub':'spiffe://example.org/billing'}"));

    assertThat(reader.fromHeaders(headers).principal()).isEqualTo("oauth:https://as#billing");
  }

  @Test
  void keysAndCookiesDoNotMakeATransactionTokenLess() {
    assertThat(beside("X-Api-Key", "k").kind()).isEqualTo(CredentialKind.TXN_TOKEN);
    assertThat(beside("Cookie", "JSESSIONID=x").kind()).isEqualTo(CredentialKind.TXN_TOKEN);
  }

  @Test
  void malformedTransactionTokenIsSaidToBe() {
    Headers headers = Headers.bearer(SERVICE).and("Txn-Token", "eyJ.eyJ.x");
    CredentialUse use = reader.fromHeaders(headers);

    assertThat(use.principal()).isEqualTo("oauth:https://as#billing");
    assertThat(use.initiator()).isNull();
    assertThat(use.gaps()).containsExactly(Gap.TOKEN_MALFORMED);
  }
}
