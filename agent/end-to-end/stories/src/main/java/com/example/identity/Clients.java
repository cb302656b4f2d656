/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.identity;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The registered clients, which can be disabled while programs use them. */
@Component
class Clients implements RegisteredClientRepository {
  static final String AUDIENCES = "audiences";
  private static final Duration A_QUARTER = Duration.ofMinutes(15);

  private final Map<String, RegisteredClient> enabled = new ConcurrentHashMap<>();

  Clients(IdentityProperties properties) {
    properties.clients().forEach((id, client) -> enabled.put(id, registered(id, client)));
  }

  void disable(String id) {
    enabled.remove(id);
  }

  @Override
  public void save(RegisteredClient client) {
    enabled.put(client.getClientId(), client);
  }

  @Override
  public RegisteredClient findById(String id) {
    return enabled.get(id);
  }

  @Override
  public RegisteredClient findByClientId(String id) {
    return enabled.get(id);
  }

  private static RegisteredClient registered(String id, IdentityProperties.Client client) {
    Duration lifetime = client.tokenLifetime();
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret("{noop}" + client.secret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantTypes(
            types -> client.grants().forEach(grant -> types.add(new AuthorizationGrantType(grant))))
        .redirectUri("http://127.0.0.1/logged-in")
        .scopes(scopes -> scopes.addAll(client.scopes()))
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(false)
                .setting(AUDIENCES, client.audiences())
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(lifetime == null ? A_QUARTER : lifetime)
                .accessTokenFormat(
                    client.opaque()
                        ? OAuth2TokenFormat.REFERENCE
                        : OAuth2TokenFormat.SELF_CONTAINED)
                .build())
        .build();
  }
}
