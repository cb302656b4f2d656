/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Tokens of Microsoft Entra ID for managed identities and for agents. */
final class EntraToken {
  private static final String[] ISSUERS = {
    "https://login.microsoftonline.com/",
    "https://sts.windows.net/",
    "https://login.microsoftonline.us/",
    "https://login.partner.microsoftonline.cn/",
    "https://sts.chinacloudapi.cn/"
  };

  private static final String USER_ASSIGNED =
      "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/";

  /** Facets of Entra Agent ID: an agent's identity, and a user account that belongs to an agent. */
  private static final String AGENT = "11";

  private static final String AGENT_USER = "13";

  /** Of an application's id, which is a UUID. */
  private static final int MAX_APPLICATION = 64;

  private EntraToken() {}

  /** Adds what such a token says beyond the usual claims; nothing for any other token. */
  static void refine(TokenClaims claims, CredentialUse.Builder use) {
    if (!isIssuer(claims.issuer)) {
      return;
    }
    EntraClaims entra = claims.entra;
    String resource = entra.managedIdentity;
    if (hasFacet(entra.subjectFacets, AGENT) || hasFacet(entra.subjectFacets, AGENT_USER)) {
      use.principal(subject(claims), IdentityType.AI_AGENT);
    } else if (hasFacet(entra.actorFacets, AGENT)) {
      onBehalfOf(claims, use);
    } else if (resource != null
        && SubjectTypes.isClientItself(claims)
        && resource.startsWith("/subscriptions/")) {
      boolean account = indexOfIgnoreCase(resource, USER_ASSIGNED) >= 0;
      String id = "azure:" + resource;
      if (id.length() <= ClaimText.MAX_LENGTH) {
        use.principal(id, account ? IdentityType.SERVICE_ACCOUNT : IdentityType.WORKLOAD)
            .principalName(resource.substring(resource.lastIndexOf('/') + 1));
      }
    }
    if (entra.parentApplication != null && entra.parentApplication.length() <= MAX_APPLICATION) {
      use.principalName("blueprint " + entra.parentApplication);
    }
  }

  /** A user's token whose client is an agent: Entra has no {@code act}, and says it this way. */
  private static void onBehalfOf(TokenClaims claims, CredentialUse.Builder use) {
    String agent = PrincipalIds.oauth(claims.issuer, claims.clientId);
    String person = PrincipalIds.oauth(claims.issuer, claims.subject);
    if (agent != null && person != null) {
      use.actors(Collections.singletonList(new Actor(agent, IdentityType.AI_AGENT, claims.issuer)))
          .initiator(new Actor(person, SubjectTypes.of(claims), claims.issuer));
    }
  }

  private static @Nullable String subject(TokenClaims claims) {
    boolean ofClient = claims.clientId != null && SubjectTypes.isClientItself(claims);
    return PrincipalIds.oauth(claims.issuer, ofClient ? claims.clientId : claims.subject);
  }

  static boolean isIssuer(@Nullable String issuer) {
    if (issuer != null) {
      for (String known : ISSUERS) {
        if (issuer.startsWith(known)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasFacet(@Nullable String facets, String wanted) {
    return facets != null && (" " + facets + " ").contains(" " + wanted + " ");
  }

  private static int indexOfIgnoreCase(String text, String part) {
    for (int i = 0; i + part.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, part, 0, part.length())) {
        return i;
      }
    }
    return -1;
  }
}
