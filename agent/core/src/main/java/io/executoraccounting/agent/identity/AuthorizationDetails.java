/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claim {@code authorization_details}, RFC 9396 s9.1: of each its type and actions, which say
 * what may be done, as {@code permission:<type>/<action>}. Accounts, amounts and whatever else a
 * type defines are passed over: they are the content of what was consented to.
 */
final class AuthorizationDetails {
  private AuthorizationDetails() {}

  static void read(JsonParser parser, TokenClaims claims) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        detail(parser, claims);
      } else {
        parser.skipChildren();
      }
    }
    claims.scopesStated = true;
  }

  private static void detail(JsonParser parser, TokenClaims claims) throws IOException {
    String type = null;
    List<String> actions = new ArrayList<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (name.equals("type")) {
        type = ClaimText.value(parser, claims.gaps);
      } else if (name.equals("actions")) {
        ClaimText.values(parser, "/", actions, claims.gaps);
      } else {
        parser.skipChildren();
      }
    }
    if (actions.isEmpty()) {
      add(type, "", claims);
    }
    for (String action : actions) {
      add(type, action, claims);
    }
  }

  private static void add(@Nullable String type, String action, TokenClaims claims) {
    ClaimText.add(type == null ? null : type + action, "permission:", claims.scopes, claims.gaps);
  }
}
