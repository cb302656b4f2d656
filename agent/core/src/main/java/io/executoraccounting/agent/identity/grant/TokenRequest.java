/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.ClaimText;
import io.executoraccounting.agent.identity.grant.message.Fields;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.GrantType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token request says: RFC 6749, 7523, 8693, 8628, in a form or, as some servers take it, in
 * JSON. Secrets, codes, passwords and SAML are not read; tokens become what they say.
 */
final class TokenRequest implements Fields {
  private static final int GRANT_TYPE_LENGTH = 64;

  private final CredentialReader credentials;
  private final Set<String> seen = new HashSet<>();
  private boolean ambiguous;
  private boolean hasSecret;
  private boolean onBehalfOf;
  private boolean subjectUnreadable;
  private boolean actorUnreadable;
  private @Nullable GrantType type;
  private @Nullable String clientId;
  private @Nullable String username;
  private @Nullable CredentialUse subject;
  private @Nullable CredentialUse actor;
  private @Nullable CredentialUse assertion;
  private @Nullable CredentialUse clientAssertion;
  private @Nullable CredentialUse refresh;
  private final List<String> scopes = new ArrayList<>();
  private final List<String> audience = new ArrayList<>();

  TokenRequest(CredentialReader credentials) {
    this.credentials = credentials;
  }

  @Override
  public int begins(String parent, String name) {
    if (!parent.isEmpty()) {
      return 0;
    }
    switch (name) {
      case "grant_type":
      case "grantType": // Google's Security Token Service in JSON
        return GRANT_TYPE_LENGTH;
      case "client_id":
      case "username":
      case "requested_token_use":
      case "subject_token_type":
      case "subjectTokenType":
      case "actor_token_type":
      case "audience":
      case "resource":
        return NAME_LENGTH;
      case "scope":
      case "subject_token":
      case "subjectToken":
      case "actor_token":
      case "assertion":
      case "client_assertion":
      case "refresh_token":
        return TOKEN_LENGTH;
      case "client_secret":
        hasSecret = true;
        return 0;
      default:
        return 0;
    }
  }

  @Override
  public void field(String parent, String name, String value) {
    switch (name) {
      case "scope":
        ScopeWords.addTo(scopes, value);
        return;
      case "audience":
      case "resource":
        audience(value);
        return;
      default:
        // RFC 6749 s3.2: not more than once. Which of two the server takes is not known.
        ambiguous |= !seen.add(name);
        single(name, value);
    }
  }

  private void single(String name, String value) {
    switch (name) {
      case "grant_type":
      case "grantType":
        type = typeOf(value);
        break;
      case "client_id":
        clientId = tellable(value);
        break;
      case "username":
        username = tellable(value);
        break;
      case "requested_token_use":
        onBehalfOf = value.equals("on_behalf_of");
        break;
      case "subject_token_type":
      case "subjectTokenType":
        subjectUnreadable = !isToken(value);
        break;
      case "actor_token_type":
        actorUnreadable = !isToken(value);
        break;
      case "subject_token":
      case "subjectToken":
        subject = token(value);
        break;
      case "actor_token":
        actor = token(value);
        break;
      case "assertion":
        // SAML is base64 and has no dots.
        assertion = value.indexOf('.') < 0 ? null : token(value);
        break;
      case "client_assertion":
        clientAssertion = token(value);
        break;
      default:
        refresh = token(value);
    }
  }

  private @Nullable CredentialUse token(String value) {
    return value.isEmpty() ? null : credentials.fromToken(value, CredentialKind.JWT);
  }

  private static @Nullable String tellable(String value) {
    return value.isEmpty() || !ClaimText.printable(value) ? null : value;
  }

  /** A query may hold what is nobody's business. */
  private void audience(String value) {
    int end = value.length();
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '?' || value.charAt(i) == '#') {
        end = i;
        break;
      }
    }
    String told = tellable(value.substring(0, end));
    boolean userInfo = value.indexOf("://") > 0 && value.indexOf('@') > 0;
    if (told != null && !userInfo && audience.size() < ClaimText.MAX_ITEMS) {
      audience.add(told);
    }
  }

  private static @Nullable GrantType typeOf(String value) {
    switch (value) {
      case "client_credentials":
        return GrantType.CLIENT_CREDENTIALS;
      case "authorization_code":
        return GrantType.AUTHORIZATION_CODE;
      case "refresh_token":
        return GrantType.REFRESH_TOKEN;
      case "password":
        return GrantType.PASSWORD;
      case "urn:ietf:params:oauth:grant-type:device_code":
        return GrantType.DEVICE_CODE;
      case "urn:openid:params:grant-type:ciba":
        return GrantType.CIBA;
      case "urn:ietf:params:oauth:grant-type:jwt-bearer":
        return GrantType.JWT_BEARER;
      case "urn:ietf:params:oauth:grant-type:saml2-bearer":
        return GrantType.SAML2_BEARER;
      case "urn:ietf:params:oauth:grant-type:token-exchange":
        return GrantType.TOKEN_EXCHANGE;
      default:
        return null;
    }
  }

  /** Null where it is no grant that is known, or one that can be taken in two ways. */
  @Nullable GrantType type() {
    if (ambiguous) {
      return null;
    }
    return type == GrantType.JWT_BEARER && onBehalfOf ? GrantType.ON_BEHALF_OF : type;
  }

  @Nullable String clientId() {
    return clientId;
  }

  boolean hasSecret() {
    return hasSecret;
  }

  @Nullable String username() {
    return username;
  }

  /** Null also where it is of a type that is not read, such as SAML or a signed AWS request. */
  @Nullable CredentialUse subject() {
    return subjectUnreadable ? null : subject;
  }

  @Nullable CredentialUse actor() {
    return actorUnreadable ? null : actor;
  }

  @Nullable CredentialUse assertion() {
    return assertion;
  }

  @Nullable CredentialUse clientAssertion() {
    return clientAssertion;
  }

  /** What stands for the refresh token; null if there is none. */
  @Nullable String refreshMark() {
    return refresh == null ? null : refresh.fingerprint();
  }

  /** Empty where none are asked for. */
  List<String> scopes() {
    return scopes;
  }

  /** {@code audience} and {@code resource}, without queries. */
  List<String> audience() {
    return audience;
  }

  /** RFC 8693 s3: of the types those whose values are tokens by themselves. */
  private static boolean isToken(String type) {
    return type.endsWith(":access_token")
        || type.endsWith(":id_token")
        || type.endsWith(":jwt")
        || type.endsWith(":txn_token")
        || type.endsWith(":id-jag");
  }
}
