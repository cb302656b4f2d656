/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import org.jspecify.annotations.Nullable;

/**
 * For what a key signs: {@code <holder>/<date>/[<region>/]<service>/aws4_request}, and the same of
 * Google. Immutable.
 */
final class CredentialScope {
  private static final String CREDENTIAL = "Credential=";

  private final String[] segments;

  private CredentialScope(String[] segments) {
    this.segments = segments;
  }

  /** Null where it is too long or names no holder. */
  static @Nullable CredentialScope of(String text) {
    if (text.length() > ClaimText.MAX_LENGTH) {
      return null;
    }
    String[] segments = text.split("/", 7);
    return segments[0].isEmpty() ? null : new CredentialScope(segments);
  }

  /** Finds it among the parameters of an Authorization header; null where it is not there. */
  static @Nullable CredentialScope ofParameters(String parameters) {
    int start = parameters.indexOf(CREDENTIAL);
    if (start < 0) {
      return null;
    }
    int from = start + CREDENTIAL.length();
    int comma = parameters.indexOf(',', from);
    int to = comma < 0 ? parameters.length() : comma;
    return to - from > ClaimText.MAX_LENGTH ? null : of(parameters.substring(from, to).trim());
  }

  /** Whose key it is: a key id, or an account; as it stands there. */
  String holder() {
    return segments[0];
  }

  /** Null where it is not a name. */
  @Nullable String service() {
    return segments.length == 5 || segments.length == 4
        ? label(segments[segments.length - 2])
        : null;
  }

  /** Null where the signature is not for one region. */
  @Nullable String region() {
    return segments.length == 5 ? label(segments[2]) : null;
  }

  private static @Nullable String label(String text) {
    return isLabel(text) ? text : null;
  }

  /** Letters, digits and hyphens: nothing that could be more than a name. */
  static boolean isLabel(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-') {
        return false;
      }
    }
    return text.length() <= 64;
  }
}
