/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.HeaderSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * AWS Signature Version 4 and 4A, in a header or in a URL. The signature itself is not looked at:
 * it changes with each request, and the key's id names the key.
 */
final class SignatureReader {
  private static final int MAX_REGIONS = 8;

  private SignatureReader() {}

  /**
   * @param parameters what follows the scheme
   */
  static CredentialUse fromHeader(String parameters, HeaderSource headers) {
    boolean session =
        headers.get("X-Amz-Security-Token") != null || headers.get("X-Amz-S3session-Token") != null;
    CredentialScope scope = CredentialScope.ofParameters(parameters);
    return describe(scope, session, headers.get("X-Amz-Region-Set")).build();
  }

  /** A presigned URL, which is good until its time is over. */
  static CredentialUse fromQuery(String query, String scope) {
    boolean session = QueryParameter.value(query, "X-Amz-Security-Token") != null;
    CredentialUse.Builder use =
        describe(
            CredentialScope.of(scope), session, QueryParameter.text(query, "X-Amz-Region-Set"));
    long signed = Timestamp.seconds(QueryParameter.text(query, "X-Amz-Date"));
    long lasts = Timestamp.whole(QueryParameter.text(query, "X-Amz-Expires"));
    return use.expiresAt(signed > 0 && lasts > 0 ? signed + lasts : 0).build();
  }

  private static CredentialUse.Builder describe(
      @Nullable CredentialScope scope, boolean session, @Nullable String regions) {
    if (scope == null || !AwsKeyId.isKeyId(scope.holder())) {
      return CredentialUse.builder(kind(session))
          .gap(Gap.TOKEN_MALFORMED)
          .gap(Gap.PRINCIPAL_UNKNOWN)
          .gap(Gap.SCOPES_OPAQUE);
    }
    return ofKey(scope.holder(), session).audience(targets(scope, regions));
  }

  /** What the public id of a key tells. */
  static CredentialUse.Builder ofKey(String keyId, boolean session) {
    return CredentialUse.builder(kind(session || AwsKeyId.isTemporary(keyId)))
        .publicId(keyId)
        .tenant(AwsKeyId.account(keyId))
        .issuer("aws")
        .gap(Gap.PRINCIPAL_UNKNOWN)
        .gap(Gap.SCOPES_OPAQUE);
  }

  private static CredentialKind kind(boolean session) {
    return session ? CredentialKind.AWS_SIGV4_SESSION : CredentialKind.AWS_SIGV4;
  }

  /** {@code aws:<service>:<region>}: what the signature is good for, and nothing beyond it. */
  private static List<String> targets(CredentialScope scope, @Nullable String regions) {
    String service = scope.service();
    if (service == null) {
      return Collections.emptyList();
    }
    if (scope.region() != null) {
      return Collections.singletonList("aws:" + service + ":" + scope.region());
    }
    List<String> targets = new ArrayList<>();
    if (regions != null && regions.length() <= ClaimText.MAX_LENGTH) {
      for (String region : regions.split(",", MAX_REGIONS + 1)) {
        String trimmed = region.trim();
        if (CredentialScope.isLabel(trimmed.replace("*", "")) && targets.size() < MAX_REGIONS) {
          targets.add("aws:" + service + ":" + trimmed);
        }
      }
    }
    return targets.isEmpty() ? Collections.singletonList("aws:" + service + ":*") : targets;
  }
}
