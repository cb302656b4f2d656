/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.CredentialKind;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What URL and properties of a connect call say about its login. A password's value is never looked
 * at, only whether there is one.
 */
final class LoginHints {
  private static final String[] USER_KEYS = {"user", "username"};
  private static final String[] PASSWORD_KEYS = {"password", "pwd"};
  private static final String[] PROOF_KEYS = {
    "authentication", "authenticationScheme", "credentialType", "enableIamAuth", "wrapperPlugins"
  };

  private @Nullable String user;
  private boolean contradictory;
  private boolean password;
  private @Nullable CredentialKind proof;

  void user(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return;
    }
    // Which of two names wins differs from driver to driver; a wrong one is worse than none.
    contradictory |= user != null && !user.equals(name);
    user = name;
  }

  void passwordGiven() {
    password = true;
  }

  /** A key of the URL with its value; of a password's key the value is not used. */
  void parameter(String key, String value) {
    if (isOneOf(key, PASSWORD_KEYS)) {
      password = true;
    } else if (isOneOf(key, USER_KEYS)) {
      user(value);
    } else if (isOneOf(key, PROOF_KEYS)) {
      proof(key, value);
    }
  }

  static boolean isPassword(String key) {
    return isOneOf(key, PASSWORD_KEYS);
  }

  /** Only plain Properties are read: a subclass may fetch its values from anywhere. */
  void properties(@Nullable Properties properties) {
    if (properties == null || properties.getClass() != Properties.class) {
      return;
    }
    for (String key : USER_KEYS) {
      user(properties.getProperty(key));
    }
    for (String key : PASSWORD_KEYS) {
      password |= properties.containsKey(key);
    }
    for (String key : PROOF_KEYS) {
      String value = properties.getProperty(key);
      if (value != null) {
        proof(key, value);
      }
    }
  }

  private void proof(String key, String value) {
    String given = value.toLowerCase(Locale.ROOT);
    boolean iam =
        given.equals("aws-iam")
            || (key.equalsIgnoreCase("enableIamAuth") && given.equals("true"))
            || (key.equalsIgnoreCase("wrapperPlugins") && given.contains("iam"));
    if (iam) {
      proof = CredentialKind.DB_IAM_TOKEN;
    } else if (given.startsWith("activedirectory")) {
      proof = CredentialKind.AZURE_TOKEN;
    } else if (given.equals("javakerberos")) {
      proof = CredentialKind.KERBEROS;
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
