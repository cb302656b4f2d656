/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * AWS Signature Version 4 and 4a: {@code Credential=<key id>/<date>/[<region>/]<service>/
 * aws4_request}. The signature itself is not looked at.
 */
final class SignatureReader {
  private static final String CREDENTIAL = "Credential=";

  private SignatureReader() {}

  /**
   * @param parameters what follows the scheme
   * @param session whether a session token was sent along
   */
  static CredentialUse read(String parameters, boolean session) {
    String scope = scope(parameters);
    String keyId = scope == null ? null : segment(scope, 0);
    if (scope == null || keyId == null || !AwsKeyId.isKeyId(keyId)) {
      return CredentialUse.builder(kind(session))
          .gap(Gap.TOKEN_MALFORMED)
          .gap(Gap.PRINCIPAL_UNKNOWN)
          .gap(Gap.SCOPES_OPAQUE)
          .build();
    }
    CredentialUse.Builder use =
        CredentialUse.builder(kind(session || AwsKeyId.isTemporary(keyId)))
            .publicId(keyId)
            .tenant(AwsKeyId.account(keyId))
            .issuer("aws")
            .gap(Gap.PRINCIPAL_UNKNOWN)
            .gap(Gap.SCOPES_OPAQUE);
    String target = target(scope);
    return (target == null ? use : use.audience(Collections.singletonList(target))).build();
  }

  private static CredentialKind kind(boolean session) {
    return session ? CredentialKind.AWS_SIGV4_SESSION : CredentialKind.AWS_SIGV4;
  }

  private static @Nullable String scope(String parameters) {
    int start = parameters.indexOf(CREDENTIAL);
    if (start < 0) {
      return null;
    }
    int from = start + CREDENTIAL.length();
    int comma = parameters.indexOf(',', from);
    int to = comma < 0 ? parameters.length() : comma;
    return to - from > ClaimText.MAX_LENGTH ? null : parameters.substring(from, to).trim();
  }

  /** {@code aws:<service>:<region>}: what the signature is good for, and nothing beyond it. */
  private static @Nullable String target(String scope) {
    String third = segment(scope, 2);
    String fourth = segment(scope, 3);
    if (third == null || fourth == null) {
      return null;
    }
    boolean regional = segment(scope, 4) != null;
    String service = regional ? fourth : third;
    String region = regional ? third : "*";
    return isLabel(service) && (!regional || isLabel(region))
        ? "aws:" + service + ":" + region
        : null;
  }

  private static boolean isLabel(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= 64;
  }

  private static @Nullable String segment(String scope, int index) {
    int from = 0;
    for (int i = 0; i < index; i++) {
      int slash = scope.indexOf('/', from);
      if (slash < 0) {
        return null;
      }
      from = slash + 1;
    }
    int slash = scope.indexOf('/', from);
    return scope.substring(from, slash < 0 ? scope.length() : slash);
  }
}
