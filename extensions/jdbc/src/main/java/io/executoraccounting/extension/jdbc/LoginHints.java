/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What URL and properties of a connect call say about its login. Of a password's value only this is
 * looked at: whether it is a token, which it then is read as.
 */
final class LoginHints {
  private static final String[] USER_KEYS = {"user", "username", "uid"};

  /** Databricks' user name that says that the password is a token. */
  private static final String TOKEN_USER = "token";

  private static final String[] PASSWORD_KEYS = {"password", "pwd"};
  private static final String[] TOKEN_KEYS = {"accessToken", "Auth_AccessToken"};

  private static final String[][] ALL_KEYS = {
    USER_KEYS, PASSWORD_KEYS, LoginProof.KEYS, TOKEN_KEYS, StartParameters.KEYS
  };

  private @Nullable String user;
  private boolean contradictory;
  private boolean password;
  private @Nullable CredentialKind proof;
  private @Nullable CredentialUse token;
  private final StartParameters start = new StartParameters();

  void user(@Nullable String name) {
    if (name == null || name.isEmpty() || name.equals(TOKEN_USER)) {
      return;
    }
    // Which of two names wins differs from driver to driver; a wrong one is worse than none.
    contradictory |= user != null && !user.equals(name);
    user = name;
  }

  void passwordGiven(@Nullable Object value) {
    password = true;
    CredentialUse found =
        value instanceof String ? TokenLogin.inPasswordsPlace((String) value) : null;
    token = found == null ? token : found;
  }

  /** A key of the URL or of the properties with its value. */
  void parameter(String key, String value) {
    if (isOneOf(key, PASSWORD_KEYS)) {
      passwordGiven(value);
    } else if (isOneOf(key, USER_KEYS)) {
      user(value);
    } else if (isOneOf(key, LoginProof.KEYS)) {
      CredentialKind said = LoginProof.of(key, value);
      proof = said == null ? proof : said;
    } else if (isOneOf(key, TOKEN_KEYS)) {
      token = TokenLogin.given(value);
    } else {
      start.parameter(key, value);
    }
  }

  /** Only plain Properties are read: a subclass may fetch its values from anywhere. */
  void properties(@Nullable Properties properties) {
    if (properties == null || properties.getClass() != Properties.class) {
      return;
    }
    for (String key : PASSWORD_KEYS) {
      // What is no text is never asked for one.
      password |= properties.containsKey(key);
    }
    for (String[] keys : ALL_KEYS) {
      for (String key : keys) {
        String value = properties.getProperty(key);
        if (value != null) {
          parameter(key, value);
        }
      }
    }
  }

  /** Null where none is given, or two that differ. */
  @Nullable String user() {
    return contradictory ? null : user;
  }

  /** What the login is proved with, where that is said; null where it is not. */
  @Nullable CredentialKind proof() {
    return proof;
  }

  /** The token that stands in the password's place; null where none was recognised. */
  @Nullable CredentialUse token() {
    return token;
  }

  /** What is said of the session that begins. */
  StartParameters start() {
    return start;
  }

  /** What is left where nothing is said: a password, if there is one. */
  CredentialKind usualKind() {
    return password ? CredentialKind.DB_PASSWORD : CredentialKind.UNKNOWN;
  }

  private static boolean isOneOf(String key, String[] keys) {
    for (String candidate : keys) {
      if (candidate.equalsIgnoreCase(key)) {
        return true;
      }
    }
    return false;
  }
}
