/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Claims by which certain issuers say what their subjects are. */
final class IssuerClaims {
  private IssuerClaims() {}

  /** Reads one of them; false, with nothing read, if it is another claim. */
  static boolean read(String name, JsonParser parser, TokenClaims claims) throws IOException {
    switch (name) {
      case "client_id":
        claims.clientId = ClaimText.value(parser, claims.gaps);
        break;
      case "azp":
      case "appid":
      case "cid":
        clientUnlessKnown(parser, claims);
        break;
      case "gty":
        claims.clientCredentials |= "client-credentials".equals(parser.getValueAsString());
        parser.skipChildren();
        break;
      case "clientAddress": // Keycloak puts it into the tokens of service accounts alone
        claims.clientCredentials = true;
        parser.skipChildren();
        break;
      case "preferred_username":
        loginName(parser, claims);
        break;
      case "email":
        mail(parser, claims);
        break;
      case "upn":
      case "unique_name":
      case "username":
        ClaimsParser.named(parser, claims);
        claims.login = true;
        break;
      case "auth_time":
      case "amr":
      case "nonce":
      case "given_name":
        claims.login = true;
        parser.skipChildren();
        break;
      case "kubernetes.io":
        KubernetesClaim.read(parser, claims);
        break;
      default:
        return claims.entra.read(name, parser, claims) || claims.ci.read(name, parser, claims);
    }
    return true;
  }

  private static void clientUnlessKnown(JsonParser parser, TokenClaims claims) throws IOException {
    String client = ClaimText.value(parser, claims.gaps);
    if (claims.clientId == null) {
      claims.clientId = client;
    }
  }

  /** The one name that Google's ID tokens give a service account; people have one as well. */
  private static void mail(JsonParser parser, TokenClaims claims) throws IOException {
    String mail = ClaimsParser.named(parser, claims);
    if (mail != null && PrincipalIds.isGoogleServiceAccount(mail)) {
      claims.serviceAccountMail = mail;
    } else {
      claims.login = true;
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
}
