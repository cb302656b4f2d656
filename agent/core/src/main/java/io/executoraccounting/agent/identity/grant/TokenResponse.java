/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.grant.message.Fields;
import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a token endpoint answers: RFC 6749 s5.1, RFC 8693 s2.2.1, OpenID Connect Core s3.1.3.3. */
final class TokenResponse implements Fields {
  /** Ten years: what lives longer is no life that a token has. */
  private static final long MAX_LIFE_SECONDS = 10L * 365 * 24 * 3600;

  private final CredentialReader credentials;
  private @Nullable CredentialUse access;
  private @Nullable CredentialUse identity;
  private @Nullable CredentialUse refresh;
  private boolean dpop;
  private boolean issuesRefresh;
  private boolean issuesSaml;
  private long lifeSeconds;
  private boolean scopesStated;
  private boolean scopesUnread;
  private boolean scopesCut;
  private final List<String> scopes = new ArrayList<>();

  TokenResponse(CredentialReader credentials) {
    this.credentials = credentials;
  }

  @Override
  public int begins(String parent, String name) {
    if (!parent.isEmpty()) {
      return 0;
    }
    switch (name) {
      case "access_token":
      case "id_token":
      case "refresh_token":
      case "scope":
        return TOKEN_LENGTH;
      case "token_type":
      case "issued_token_type":
      case "expires_in":
        return NAME_LENGTH;
      default:
        return 0;
    }
  }

  @Override
  public void overlong(String parent, String name) {
    scopesUnread |= name.equals("scope");
  }

  @Override
  public void field(String parent, String name, String value) {
    switch (name) {
      case "access_token":
        access = token(value);
        break;
      case "id_token":
        identity = token(value);
        break;
      case "refresh_token":
        refresh = token(value);
        break;
      case "scope":
        scopesStated = true;
        scopesCut |= !ScopeWords.addTo(scopes, value);
        break;
      case "token_type":
        dpop = value.equalsIgnoreCase("DPoP");
        break;
      case "issued_token_type":
        // RFC 8693 s2.2.1: the member is called access_token whatever it holds.
        issuesRefresh = value.endsWith(":refresh_token");
        issuesSaml = value.endsWith(":saml1") || value.endsWith(":saml2");
        break;
      default:
        lifeSeconds = seconds(value);
    }
  }

  private @Nullable CredentialUse token(String value) {
    return value.isEmpty() ? null : credentials.fromToken(value, CredentialKind.JWT);
  }

  /** Some servers write the number as a text. */
  private static long seconds(String value) {
    try {
      long seconds = Long.parseLong(value);
      return seconds > 0 && seconds <= MAX_LIFE_SECONDS ? seconds : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** What was given out, as the token itself has it; null if it is nothing that is presented. */
  @Nullable CredentialUse token() {
    if (access == null || issuesRefresh || issuesSaml) {
      return null;
    }
    CredentialUse token = dpop ? access.toBuilder().binding(Binding.DPOP).build() : access;
    return scopesCut && token.scopesSource() == null
        ? token.toBuilder().gap(Gap.VALUE_TRUNCATED).build()
        : token;
  }

  /** Who logged in; null where there is no ID token. */
  @Nullable CredentialUse identity() {
    return identity;
  }

  /** What stands for the refresh token; null if there is none. */
  @Nullable String refreshMark() {
    return refresh == null ? null : refresh.fingerprint();
  }

  /** 0 if it is not told. */
  long lifeSeconds() {
    return lifeSeconds;
  }

  /** Whether the response says what was granted, in more words than are read. */
  boolean hidesScopes() {
    return scopesUnread;
  }

  /**
   * What was granted: where the response does not say, it is what was asked for (RFC 6749 s5.1).
   * Null if that is not known either.
   */
  @Nullable List<String> granted(List<String> requested) {
    if (scopesUnread) {
      return null;
    }
    if (scopesStated) {
      return scopes;
    }
    return requested.isEmpty() ? null : requested;
  }
}
