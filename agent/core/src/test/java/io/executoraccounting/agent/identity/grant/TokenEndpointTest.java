/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEndpointTest {
  @ParameterizedTest
  @CsvSource({
    "https://kc.example.com/realms/acme/protocol/openid-connect/token,"
        + " https://kc.example.com/realms/acme",
    "http://127.0.0.1:8080/realms/acme/protocol/openid-connect/token,"
        + " http://127.0.0.1:8080/realms/acme",
    "https://login.microsoftonline.com/t1/oauth2/v2.0/token,"
        + " https://login.microsoftonline.com/t1/v2.0",
    "https://acme.okta.com/oauth2/v1/token, https://acme.okta.com",
    "https://acme.okta.com/oauth2/default/v1/token, https://acme.okta.com/oauth2/default",
    "http://localhost:9000/oauth2/token, http://localhost:9000",
    "https://id.example.com/connect/token, https://id.example.com",
    "https://oauth2.googleapis.com/token, https://oauth2.googleapis.com",
    "HTTPS://as.example.com:443/as/token.oauth2, https://as.example.com",
    "http://as.example.com:80/, http://as.example.com",
    "https://[::1]:8443/token, https://[::1]:8443"
  })
  void issuerIsWhatTheEndpointStandsBelow(String url, String issuer) {
    URI uri = URI.create(url);

    assertThat(
            new TokenEndpoint(uri.getScheme(), uri.getHost(), uri.getPort(), uri.getRawPath())
                .issuer())
        .isEqualTo(issuer);
  }

  @Test
  void schemeThatIsUnknownIsTheOneThatTheStandardDemands() {
    assertThat(new TokenEndpoint(null, "as.example.com", -1, null).issuer())
        .isEqualTo("https://as.example.com");
  }

  @Test
  void serverThatIsUnknownHasNoIssuer() {
    assertThat(new TokenEndpoint("https", null, 443, "/token").issuer()).isNull();
  }

  @Test
  void pathThatIsTooLongToBeAnIssuersIsLeftOut() {
    String path = "/" + "x".repeat(200) + "/oauth2/token";

    assertThat(new TokenEndpoint("https", "as.example.com", 443, path).issuer())
        .isEqualTo("https://as.example.com");
  }
}
