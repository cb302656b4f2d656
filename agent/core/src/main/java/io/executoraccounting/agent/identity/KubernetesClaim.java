/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The claim {@code kubernetes.io} of projected service account tokens. */
final class KubernetesClaim {
  private KubernetesClaim() {}

  static void read(JsonParser parser, TokenClaims claims) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (name.equals("namespace")) {
        claims.kubernetesNamespace = ClaimText.value(parser, claims.gaps);
      } else if (name.equals("serviceaccount")) {
        claims.kubernetesServiceAccount = member(parser, "name", claims);
      } else if (name.equals("pod")) {
        claims.kubernetesPodUid = member(parser, "uid", claims);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static @Nullable String member(JsonParser parser, String wanted, TokenClaims claims)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return null;
    }
    String found = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (name.equals(wanted)) {
        found = ClaimText.value(parser, claims.gaps);
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }
}
