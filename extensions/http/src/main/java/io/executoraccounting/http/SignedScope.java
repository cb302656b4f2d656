/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import org.jspecify.annotations.Nullable;

/**
 * The service and region that a request was signed for: the credential scope of AWS Signature
 * Version 4 ({@code <key id>/<date>/<region>/<service>/aws4_request}) or 4A, whose scope has no
 * region. Immutable.
 */
final class SignedScope {
  private static final String CREDENTIAL = "Credential=";
  private static final int MAX_NAME_LENGTH = 64;

  private final String service;
  private final @Nullable String region;

  private SignedScope(String service, @Nullable String region) {
    this.service = service;
    this.region = region;
  }

  /** Reads an {@code Authorization} header; null where it is no such signature. */
  static @Nullable SignedScope parse(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("AWS4-")) {
      return null;
    }
    int start = authorization.indexOf(CREDENTIAL);
    if (start < 0) {
      return null;
    }
    start += CREDENTIAL.length();
    int end = start;
    while (end < authorization.length() && ", ".indexOf(authorization.charAt(end)) < 0) {
      end++;
    }
    String[] scope = authorization.substring(start, end).split("/", 6);
    int last = scope.length - 1;
    if (last < 3 || last > 4 || !scope[last].equals("aws4_request")) {
      return null;
    }
    String service = name(scope[last - 1]);
    return service == null ? null : new SignedScope(service, last == 4 ? name(scope[2]) : null);
  }

  /** Lower case, as in {@code s3}, {@code execute-api}. */
  String service() {
    return service;
  }

  @Nullable String region() {
    return region;
  }

  private static @Nullable String name(String text) {
    if (text.isEmpty() || text.length() > MAX_NAME_LENGTH) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-') {
        return null;
      }
    }
    return text;
  }
}
