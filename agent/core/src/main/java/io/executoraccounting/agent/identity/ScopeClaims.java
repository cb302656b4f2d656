/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The claims that say what a token allows. */
final class ScopeClaims {
  private ScopeClaims() {}

  /** Reads one of them; false, with nothing read, if it is another claim. */
  static boolean read(String name, JsonParser parser, TokenClaims claims) throws IOException {
    switch (name) {
      case "scope":
      case "scp":
      case "purp": // what transaction tokens called scope before draft 05
        ClaimText.words(parser, claims.scopes, claims.gaps);
        claims.consented = true;
        break;
      case "roles":
        ClaimText.values(parser, "role:", claims.scopes, claims.gaps);
        break;
      case "groups":
      case "cognito:groups":
        ClaimText.values(parser, "group:", claims.scopes, claims.gaps);
        break;
      case "entitlements":
      case "permissions":
        ClaimText.values(parser, "permission:", claims.scopes, claims.gaps);
        break;
      case "realm_access":
        rolesWithin(parser, "role:", claims);
        break;
      case "resource_access":
        rolesOfClients(parser, claims);
        break;
      default:
        return false;
    }
    claims.scopesStated = true;
    return true;
  }

  private static void rolesOfClients(JsonParser parser, TokenClaims claims) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String client = parser.nextFieldName(); client != null; client = parser.nextFieldName()) {
      parser.nextToken();
      if (client.length() <= ClaimText.MAX_LENGTH && ClaimText.printable(client)) {
        rolesWithin(parser, "role:" + client + "/", claims);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void rolesWithin(JsonParser parser, String prefix, TokenClaims claims)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (name.equals("roles")) {
        ClaimText.values(parser, prefix, claims.scopes, claims.gaps);
      } else {
        parser.skipChildren();
      }
    }
  }
}
