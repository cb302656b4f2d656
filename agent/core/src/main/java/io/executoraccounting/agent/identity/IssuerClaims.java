/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Claims by which certain issuers say what their subjects are. */
final class IssuerClaims {
  private IssuerClaims() {}

  /** Reads one of them; false, with nothing read, if it is another claim. */
  static boolean read(String name, JsonParser parser, TokenClaims claims) throws IOException {
    switch (name) {
      case "client_id":
        claims.clientId = ClaimText.value(parser, claims.gaps);
        return true;
      case "azp":
      case "appid":
      case "cid":
        clientUnlessKnown(parser, claims);
        return true;
      case "idtyp":
        claims.entraType = ClaimText.value(parser, claims.gaps);
        return true;
      case "oid":
        claims.objectId = ClaimsParser.named(parser, claims);
        return true;
      case "gty":
        claims.clientCredentials |= "client-credentials".equals(parser.getValueAsString());
        parser.skipChildren();
        return true;
      case "clientAddress": // Keycloak puts it into the tokens of service accounts alone
        claims.clientCredentials = true;
        parser.skipChildren();
        return true;
      case "preferred_username":
        loginName(parser, claims);
        return true;
      case "upn":
      case "email":
      case "unique_name":
      case "username":
        ClaimsParser.named(parser, claims);
        claims.login = true;
        return true;
      case "auth_time":
      case "amr":
      case "nonce":
      case "given_name":
        claims.login = true;
        parser.skipChildren();
        return true;
      case "kubernetes.io":
        kubernetes(parser, claims);
        return true;
      default:
        return workflow(name, parser, claims);
    }
  }

  private static void clientUnlessKnown(JsonParser parser, TokenClaims claims) throws IOException {
    String client = ClaimText.value(parser, claims.gaps);
    if (claims.clientId == null) {
      claims.clientId = client;
    }
  }

  private static void loginName(JsonParser parser, TokenClaims claims) throws IOException {
    String name = ClaimsParser.named(parser, claims);
    if (name != null && name.startsWith("service-account-")) {
      claims.clientCredentials = true;
    } else {
      claims.login |= name != null;
    }
  }

  /** GitHub Actions, whose tokens name a workflow and the user it runs for. */
  private static boolean workflow(String name, JsonParser parser, TokenClaims claims)
      throws IOException {
    switch (name) {
      case "job_workflow_ref":
        claims.workflow = ClaimText.value(parser, claims.gaps);
        return true;
      case "run_id":
        claims.workflowRun = ClaimText.value(parser, claims.gaps);
        return true;
      case "run_attempt":
        claims.workflowAttempt = ClaimText.value(parser, claims.gaps);
        return true;
      case "event_name":
        claims.workflowEvent = ClaimText.value(parser, claims.gaps);
        return true;
      case "actor_id":
        claims.workflowActor = ClaimText.value(parser, claims.gaps);
        return true;
      case "repository_owner":
        claims.repositoryOwner = ClaimText.value(parser, claims.gaps);
        return true;
      default:
        return false;
    }
  }

  private static void kubernetes(JsonParser parser, TokenClaims claims) throws IOException {
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
