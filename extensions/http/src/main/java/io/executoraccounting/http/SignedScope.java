/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service and region that a request was signed for, in a header or in its URL. Signature
 * Version 4A is good for several regions, of which none is that of the request. Immutable.
 */
final class SignedScope {
  private static final String PREFIX = "aws:";

  private final String service;
  private final @Nullable String region;

  private SignedScope(String service, @Nullable String region) {
    this.service = service;
    this.region = region;
  }

  /** Null where the credential is no signature, or does not say what it is good for. */
  static @Nullable SignedScope of(CredentialUse credential) {
    List<String> audience = credential.audience();
    boolean signature =
        credential.kind() == CredentialKind.AWS_SIGV4
            || credential.kind() == CredentialKind.AWS_SIGV4_SESSION;
    if (!signature || audience.isEmpty() || !audience.get(0).startsWith(PREFIX)) {
      return null;
    }
    String target = audience.get(0);
    int colon = target.indexOf(':', PREFIX.length());
    if (colon < 0) {
      return null;
    }
    String region = target.substring(colon + 1);
    boolean one = audience.size() == 1 && region.indexOf('*') < 0;
    return new SignedScope(target.substring(PREFIX.length(), colon), one ? region : null);
  }

  /** Lower case, as in {@code s3}, {@code execute-api}. */
  String service() {
    return service;
  }

  /** Null where it is not one. */
  @Nullable String region() {
    return region;
  }
}
