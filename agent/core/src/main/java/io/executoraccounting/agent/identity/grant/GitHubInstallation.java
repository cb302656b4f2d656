/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.GrantType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's REST API, "Create an installation access token for an app": {@code
 * /app/installations/{id}/access_tokens}, below {@code /api/v3} at an enterprise's own server.
 */
final class GitHubInstallation extends ServiceGrant {
  private static final String START = "/app/installations/";
  private static final String END = "/access_tokens";
  private static final String OWN_SERVER = "/api/v3";

  private final String installation;

  private GitHubInstallation(
      String installation, CredentialReader credentials, CredentialUse presented) {
    super(
        GrantType.APP_INSTALLATION,
        "app_installation",
        new ListedFields(credentials, ""),
        new ListedFields(credentials, "token", "expires_at", "permissions.*"),
        presented);
    this.installation = installation;
  }

  static boolean isAt(String path) {
    return path.endsWith(END);
  }

  /** Null where the path only ends like one. */
  static @Nullable GitHubInstallation at(
      @Nullable String host, String path, CredentialReader credentials, CredentialUse presented) {
    boolean own = path.startsWith(OWN_SERVER);
    int start = own ? OWN_SERVER.length() : 0;
    int end = path.length() - END.length();
    if (!path.startsWith(START, start) || end <= start + START.length()) {
      return null;
    }
    String id = path.substring(start + START.length(), end);
    for (int i = 0; i < id.length(); i++) {
      if (!Character.isDigit(id.charAt(i))) {
        return null;
      }
    }
    String server = own && host != null ? "github:" + host + "/" : "github:";
    return new GitHubInstallation(server + "installation/" + id, credentials, presented);
  }

  @Override
  void describe(IssuedToken issued, ListedFields request, ListedFields response, long nowSeconds) {
    issued.of(installation, IdentityType.SERVICE_ACCOUNT);
    String end = response.value("expires_at");
    issued.expiresAt(end == null ? 0 : EpochTime.seconds(end));
    List<String> permissions = new ArrayList<>();
    for (String permission : response.values("permissions.*")) {
      permissions.add("permission:" + permission);
    }
    issued.granted(permissions.isEmpty() ? null : permissions);
  }

  /** An app's token names the app as its issuer, and nobody as its subject. */
  @Override
  CredentialUse named(CredentialUse presented) {
    String app = presented.issuer();
    return app == null || presented.principal() != null
        ? presented
        : presented.toBuilder()
            .principal("github:app/" + app, IdentityType.SERVICE_ACCOUNT)
            .withoutGap(Gap.PRINCIPAL_UNKNOWN)
            .build();
  }
}
