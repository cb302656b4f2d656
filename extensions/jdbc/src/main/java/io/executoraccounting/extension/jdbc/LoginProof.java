/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.CredentialKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parameters by which drivers are told how a login is to be proved. */
final class LoginProof {
  static final String[] KEYS = {
    "authentication",
    "authenticationScheme",
    "authenticator",
    "credentialType",
    "enableIamAuth",
    "wrapperPlugins"
  };

  private LoginProof() {}

  /** What the login is proved with; null where the value says nothing of it. */
  static @Nullable CredentialKind of(String key, String value) {
    String given = value.toLowerCase(Locale.ROOT);
    boolean iam =
        given.equals("aws-iam")
            || (key.equalsIgnoreCase("enableIamAuth") && given.equals("true"))
            || (key.equalsIgnoreCase("wrapperPlugins") && given.contains("iam"));
    if (iam) {
      return CredentialKind.DB_IAM_TOKEN;
    }
    if (given.startsWith("activedirectory")) {
      return CredentialKind.AZURE_TOKEN;
    }
    if (given.equals("javakerberos")) {
      return CredentialKind.KERBEROS;
    }
    return key.equalsIgnoreCase("authenticator") ? snowflake(given) : null;
  }

  /** Snowflake's JDBC driver 3.x; its key pair signs a JWT that the driver makes itself. */
  private static @Nullable CredentialKind snowflake(String authenticator) {
    switch (authenticator) {
      case "oauth":
      case "workload_identity":
        return CredentialKind.DB_IAM_TOKEN;
      case "snowflake_jwt":
        return CredentialKind.JWT;
      case "programmatic_access_token":
        return CredentialKind.OPAQUE_BEARER;
      default:
        return null;
    }
  }
}
