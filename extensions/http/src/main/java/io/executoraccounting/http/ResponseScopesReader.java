/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import io.executoraccounting.spi.HeaderSource;
import io.executoraccounting.spi.ResponseScopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a response says of scopes. The challenge that names the scopes a resource asks for is
 * RFC 6750 s3, and RFC 9449 s7.1 of DPoP; the two headers are those of GitHub and Slack.
 */
public final class ResponseScopesReader {
  private static final int MAX_SCOPES = 64;
  private static final int MAX_SCOPE_LENGTH = 256;
  private static final int MAX_HEADER_LENGTH = 4096;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private ResponseScopesReader() {}

  /**
   * @param headers those of the response
   * @return null where it says nothing of scopes
   */
  public static @Nullable ResponseScopes read(int status, HeaderSource headers) {
    String carried = headers.get("X-OAuth-Scopes");
    String accepted = headers.get("X-Accepted-OAuth-Scopes");
    List<String> told = scopes(carried, ",");
    boolean stated = carried != null && isWhole(carried, told);
    List<String> required = scopes(accepted, ",");
    boolean insufficient = false;
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      for (String value : headers.all("WWW-Authenticate")) {
        for (AuthChallenge challenge : AuthChallenge.parse(value)) {
          if (challenge.isOf("Bearer") || challenge.isOf("DPoP")) {
            required.addAll(scopes(challenge.parameter("scope"), " "));
            insufficient |= "insufficient_scope".equals(error(challenge));
          }
        }
      }
    }
    return !stated && required.isEmpty() && !insufficient
        ? null
        : ResponseScopes.of(
            stated ? told : new ArrayList<>(),
            stated,
            required.subList(0, Math.min(MAX_SCOPES, required.size())),
            insufficient);
  }

  /** Whether that is all that the header lists. */
  private static boolean isWhole(String listed, List<String> read) {
    return listed.length() <= MAX_HEADER_LENGTH && read.size() <= MAX_SCOPES;
  }

  private static String error(AuthChallenge challenge) {
    String error = challenge.parameter("error");
    return error == null ? "" : error.toLowerCase(Locale.ROOT);
  }

  /** One more than is told at most. What is no scope by RFC 6749 s3.3 is left out. */
  private static List<String> scopes(@Nullable String listed, String separator) {
    List<String> scopes = new ArrayList<>();
    if (listed == null || listed.length() > MAX_HEADER_LENGTH) {
      return scopes;
    }
    for (String each : listed.split(separator, -1)) {
      String scope = each.trim();
      if (scopes.size() <= MAX_SCOPES && isScope(scope) && !scopes.contains(scope)) {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  private static boolean isScope(String text) {
    if (text.isEmpty() || text.length() > MAX_SCOPE_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
