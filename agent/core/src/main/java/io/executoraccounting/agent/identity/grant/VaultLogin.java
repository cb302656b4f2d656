/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A login of HashiCorp Vault or OpenBao, HTTP API v1: {@code /v1/auth/{mount}/login}, with a user's
 * name behind it for some methods. Of the request only a {@code jwt} is read: the methods
 * kubernetes, jwt, gcp and azure take the platform's token there.
 */
final class VaultLogin extends ServiceGrant {
  private static final String START = "/v1/auth/";
  private static final String LOGIN = "/login";

  private final String server;

  private VaultLogin(String server, CredentialReader credentials, CredentialUse presented) {
    super(
        GrantType.VAULT_LOGIN,
        null,
        new ListedFields(credentials, "jwt"),
        new ListedFields(
            credentials,
            "auth.client_token",
            "auth.policies",
            "auth.entity_id",
            "auth.lease_duration"),
        presented);
    this.server = server;
  }

  static boolean isAt(String path) {
    return path.startsWith(START) && path.indexOf(LOGIN, START.length()) > 0;
  }

  static VaultLogin at(
      @Nullable String host, CredentialReader credentials, CredentialUse presented) {
    return new VaultLogin(host == null ? "" : host, credentials, presented);
  }

  @Override
  void describe(IssuedToken issued, ListedFields request, ListedFields response, long nowSeconds) {
    String entity = response.value("auth.entity_id");
    // An entity is a person or a program: Vault itself does not say.
    issued.of(entity == null ? null : "vault:" + server + "/" + entity, IdentityType.UNKNOWN);
    String life = response.value("auth.lease_duration");
    long seconds = life == null ? 0 : EpochTime.seconds(life);
    issued.expiresAt(seconds == 0 ? 0 : nowSeconds + seconds);
    List<String> policies = new ArrayList<>();
    for (String policy : response.values("auth.policies")) {
      policies.add("policy:" + policy);
    }
    issued.granted(policies.isEmpty() ? null : policies);
  }

  @Override
  @Nullable CredentialUse subject(
      CredentialUse presented, ListedFields request, GrantTable grants) {
    CredentialUse platform = request.token();
    if (platform == null) {
      return super.subject(presented, request, grants);
    }
    Grant known = grants.grantOf(platform);
    return known == null ? platform : known.issued();
  }
}
