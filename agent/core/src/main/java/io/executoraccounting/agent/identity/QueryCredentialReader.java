/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import org.jspecify.annotations.Nullable;

/** Credentials in the query of a URL. Of the query only the parameters named here are read. */
final class QueryCredentialReader {
  private static final String[] KEYS = {"api_key", "apikey", "api-key", "subscription-key"};

  private final TokenReader tokens;
  private final ApiKeyReader apiKeys;
  private final SharedAccessSignature sharedAccess;

  QueryCredentialReader(Fingerprinter fingerprinter, TokenReader tokens, ApiKeyReader apiKeys) {
    this.tokens = tokens;
    this.apiKeys = apiKeys;
    sharedAccess = new SharedAccessSignature(fingerprinter);
  }

  CredentialUse read(@Nullable String host, String query) {
    CredentialUse signed = signed(host, query);
    return signed == null ? given(query) : signed;
  }

  private @Nullable CredentialUse signed(@Nullable String host, String query) {
    String aws = QueryParameter.value(query, "X-Amz-Credential");
    if (aws != null) {
      return SignatureReader.fromQuery(query, aws);
    }
    String google = QueryParameter.value(query, "X-Goog-Credential");
    if (google != null) {
      return GoogleSignature.fromQuery(query, google);
    }
    String holder = QueryParameter.value(query, "GoogleAccessId");
    if (holder != null) {
      return GoogleSignature.fromLegacyQuery(query, holder);
    }
    String signature = QueryParameter.value(query, "sig");
    return signature != null && QueryParameter.value(query, "sv") != null
        ? sharedAccess.ofStorage(host, query, signature)
        : null;
  }

  private CredentialUse given(String query) {
    String token = QueryParameter.value(query, "access_token"); // RFC 6750 s2.3
    if (token != null) {
      return tokens.read(token, CredentialKind.JWT);
    }
    String gitlab = QueryParameter.value(query, "private_token");
    if (gitlab != null) {
      return apiKeys.keyed(gitlab, "gitlab");
    }
    String google = QueryParameter.value(query, "key");
    if (google != null && OpaqueToken.of(google) == OpaqueToken.GOOGLE_KEY) {
      return apiKeys.keyed(google, null);
    }
    for (String name : KEYS) {
      String key = QueryParameter.value(query, name);
      if (key != null) {
        return apiKeys.keyed(key, null);
      }
    }
    return query.length() > QueryParameter.MAX_QUERY
        ? CredentialUse.NONE.toBuilder().gap(Gap.BUDGET_EXCEEDED).build()
        : CredentialUse.NONE;
  }
}
