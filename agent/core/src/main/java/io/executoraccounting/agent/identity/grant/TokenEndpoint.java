/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.ClaimText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an authorization server gives out tokens, and by that who it is where no token says so. The
 * issuer is what servers put their endpoint below, where the path is known to be one of theirs;
 * else it is the origin. A function of the address alone, so that a client keeps its id.
 */
final class TokenEndpoint {
  private static final int MAX_PREFIX = 128;

  /** Keycloak; Okta; Spring Authorization Server; IdentityServer. */
  private static final String[] SUFFIXES = {
    "/protocol/openid-connect/token",
    "/oauth2/v1/token",
    "/v1/token",
    "/oauth2/token",
    "/connect/token"
  };

  /** Entra, whose issuer ends with the version. */
  private static final String ENTRA = "/oauth2/v2.0/token";

  private final @Nullable String issuer;

  /**
   * @param scheme https where it is unknown: RFC 6749 s3.2 demands it
   */
  TokenEndpoint(
      @Nullable String scheme, @Nullable String host, int port, @Nullable String rawPath) {
    issuer =
        host == null ? null : origin(scheme == null ? "https" : scheme, host, port) + path(rawPath);
  }

  /** Null if the host is unknown. */
  @Nullable String issuer() {
    return issuer;
  }

  private static String origin(String scheme, String host, int port) {
    String lower = scheme.toLowerCase(Locale.ROOT);
    boolean usual = port <= 0 || port == (lower.equals("http") ? 80 : 443);
    boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
    return lower + "://" + (bare ? "[" + host + "]" : host) + (usual ? "" : ":" + port);
  }

  private static String path(@Nullable String rawPath) {
    if (rawPath == null) {
      return "";
    }
    if (rawPath.endsWith(ENTRA)) {
      return prefix(rawPath, ENTRA) + "/v2.0";
    }
    for (String suffix : SUFFIXES) {
      if (rawPath.endsWith(suffix)) {
        return prefix(rawPath, suffix);
      }
    }
    return "";
  }

  private static String prefix(String path, String suffix) {
    String prefix = path.substring(0, path.length() - suffix.length());
    return prefix.length() <= MAX_PREFIX && ClaimText.printable(prefix) ? prefix : "";
  }
}
