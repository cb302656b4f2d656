/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.identity;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

@Configuration
@EnableConfigurationProperties(IdentityProperties.class)
class TokenConfiguration {
  /** The audience that an exchange asks for (RFC 8693 s2.1), else the client's usual ones. */
  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> audience() {
    return context -> {
      List<String> audience =
          context.getRegisteredClient().getClientSettings().getSetting(Clients.AUDIENCES);
      if (context.getAuthorizationGrant() instanceof OAuth2TokenExchangeAuthenticationToken asked
          && !asked.getAudiences().isEmpty()) {
        audience = List.copyOf(asked.getAudiences());
      }
      context.getClaims().audience(audience);
    };
  }
}
