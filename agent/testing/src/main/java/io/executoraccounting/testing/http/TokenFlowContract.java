/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.testing.WovenAgent;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A client asks an authorization server for a token, and uses it: what is known of that token then.
 */
public abstract class TokenFlowContract {
  private static final String CANARY = "c4n4ry";
  private static final String ISSUED = CANARY + "1ssu3dOpaqueToken0123456789";
  private static final String SECRET = CANARY + "Cl13ntS3cr3t";
  private static final String REFRESH = CANARY + "R3fr3shT0k3n";
  private static final String CODE = CANARY + "Auth0r1zat10nC0d3";

  private final WovenAgent agent;
  private final HttpSender sender;
  private RawHttpServer server;
  private String subjectToken;

  protected TokenFlowContract(WovenAgent agent, HttpSender sender) {
    this.agent = agent;
    this.sender = sender;
  }

  @BeforeEach
  void startServer() throws IOException {
    server = new RawHttpServer();
    server.answer(request -> request.line().contains("/token") ? token() : RawResponse.of(200));
    subjectToken =
        jwt("{\"iss\":\"https://idp.example\",\"sub\":\"alice\",\"scope\":\"all\",\"jti\":\"j1\"}");
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  @Test
  void knowsWhoseTokenTheClientCredentialsGave() throws Exception {
    askFor("grant_type=client_credentials&client_id=batch&client_secret=" + SECRET);

    Grant grant = grantOfUse();
    assertThat(grant.type()).isEqualTo(GrantType.CLIENT_CREDENTIALS);
    assertThat(grant.issued().scopes()).containsExactly("orders.read", "orders.write");
    assertThat(grant.issued().principal()).endsWith("#batch");
  }

  @Test
  void knowsOnWhoseBehalfATokenWasExchanged() throws Exception {
    askFor(exchange());

    Grant grant = grantOfUse();
    assertThat(grant.type()).isEqualTo(GrantType.TOKEN_EXCHANGE);
    assertThat(grant.subject())
        .isNotNull()
        .extracting(CredentialUse::kind, CredentialUse::principal)
        .containsExactly(CredentialKind.JWT, "oauth:https://idp.example#alice");
  }

  @Test
  void recordsWhatTheRequestForATokenAskedFor() throws Exception {
    askFor(
        "grant_type=client_credentials&scope=orders.read%20orders.write&client_id=batch"
            + "&client_secret="
            + SECRET);

    OutboundCall asking = agent.onlyCall().call();
    assertThat(asking.operation()).isEqualTo("client_credentials");
    assertThat(asking.requestedScopes()).containsExactly("orders.read", "orders.write");
    assertThat(asking.credential().kind()).isEqualTo(CredentialKind.BASIC);
    assertThat(asking.credential().principal()).endsWith("#batch");
  }

  @Test
  void readsAZippedResponse() throws Exception {
    server.answer(
        request ->
            RawResponse.of(200)
                .with("Content-Encoding", "gzip")
                .withBody(BodyAnswer.zipped(token().body())));
    askFor(exchange());

    assertThat(grantOfUse().type()).isEqualTo(GrantType.TOKEN_EXCHANGE);
  }

  @Test
  void knowsTheTokenThatARedirectedRequestBrought() throws Exception {
    server.answer(
        request ->
            request.line().endsWith("/oauth2/token")
                ? RawResponse.of(307).with("Location", "/moved/token")
                : token());
    askFor(exchange());

    assertThat(server.requests()).hasSize(2);
    assertThat(grantOfUse().type()).isEqualTo(GrantType.TOKEN_EXCHANGE);
  }

  @Test
  void knowsTheTokenThatTheAnswerToAChallengeBrought() throws Exception {
    server.answer(
        request ->
            request.header("Authorization") == null
                ? token().withStatus(401).with("WWW-Authenticate", "Basic realm=\"r\"")
                : token());
    sender.send(asking("grant_type=client_credentials"), "batch:" + SECRET);

    assertThat(server.requests()).hasSize(2);
    assertThat(grantOfUse().issued().principal()).endsWith("#batch");
  }

  @Test
  void knowsNothingOfWhatARedirectToAnotherMethodBrought() throws Exception {
    server.answer(
        request ->
            request.line().startsWith("POST")
                ? token().withStatus(302).with("Location", "/moved/token")
                : token());
    askFor(exchange());

    assertThat(server.requests()).hasSize(2);
    assertThat(agent.lineage().grantOf(use())).isNull();
  }

  @Test
  void knowsNothingOfATokenThatWasRefused() throws Exception {
    server.answer(request -> token().withStatus(400));
    askFor(exchange());

    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo("400");
    assertThat(agent.lineage().grantOf(use())).isNull();
  }

  @Test
  void knowsNothingOfATokenThatAnotherRequestBrought() throws Exception {
    sender.send(HttpSending.of("POST", server.uri("/token"), "").with("Accept", "a/b"));

    assertThat(agent.lineage().grantOf(use())).isNull();
  }

  @Test
  void keepsNoSecretOfABody() throws Exception {
    askFor("grant_type=client_credentials&client_id=batch&client_secret=" + SECRET);
    askFor("grant_type=refresh_token&client_id=batch&refresh_token=" + REFRESH);
    askFor("grant_type=authorization_code&client_id=web&code_verifier=v&code=" + CODE);
    askFor("grant_type=password&client_id=web&username=alice&password=" + SECRET);
    askFor(exchange());
    Grant grant = grantOfUse();

    assertThat(agent.calls()).hasSize(6);
    assertThat(HeldText.of(agent.calls()) + HeldText.of(agent.lineage()) + HeldText.of(grant))
        .contains("orders.read")
        .doesNotContain(CANARY)
        .doesNotContain(subjectToken)
        .doesNotContain(subjectToken.split("\\.", -1)[2]);
  }

  private static RawResponse token() {
    return RawResponse.of(200)
        .with("Content-Type", "application/json")
        .withBody(
            "{\"access_token\":\""
                + ISSUED
                + "\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
                + "\"scope\":\"orders.read orders.write\",\"refresh_token\":\""
                + REFRESH
                + "\"}");
  }

  private String exchange() {
    return "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&client_id=batch"
        + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token"
        + "&subject_token="
        + subjectToken;
  }

  private void askFor(String form) throws Exception {
    sender.send(asking(form));
  }

  private HttpSending asking(String form) {
    return HttpSending.of("POST", server.uri("/oauth2/token"), form)
        .with("Content-Type", "application/x-www-form-urlencoded");
  }

  private Grant grantOfUse() throws Exception {
    @Nullable Grant grant = agent.lineage().grantOf(use());
    if (grant == null) {
      throw new AssertionError("it is not known how the token was given out");
    }
    return grant;
  }

  /** The token as a call to somebody else presents it. */
  private CredentialUse use() throws Exception {
    sender.send(HttpSending.get(server.uri("/orders")).with("Authorization", "Bearer " + ISSUED));
    return agent.calls().get(agent.calls().size() - 1).call().credential();
  }

  private static String jwt(String claims) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(UTF_8))
        + '.'
        + encoder.encodeToString(claims.getBytes(UTF_8))
        + '.'
        + encoder.encodeToString((CANARY + " signature").getBytes(UTF_8));
  }
}
