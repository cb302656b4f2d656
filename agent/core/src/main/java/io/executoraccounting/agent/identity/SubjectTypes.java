/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import org.jspecify.annotations.Nullable;

/**
 * Tells humans from programs by what a token states; {@code UNKNOWN} where it states nothing that
 * decides it.
 */
final class SubjectTypes {
  private SubjectTypes() {}

  /** Of the token's subject, the surest evidence first. */
  static IdentityType of(TokenClaims claims) {
    IdentityType profiled = ofProfile(claims.subjectProfile);
    if (profiled != IdentityType.UNKNOWN) {
      return profiled;
    }
    String subject = claims.subject;
    if (subject != null && PrincipalIds.isWorkloadUri(subject)) {
      return IdentityType.WORKLOAD;
    }
    if (isProgram(claims, subject)) {
      return IdentityType.SERVICE_ACCOUNT;
    }
    boolean person =
        "user".equals(claims.entra.type)
            || claims.login
            || grantedByOwner(claims, subject)
            || (subject != null && Mailbox.isOfPerson(subject));
    return person ? IdentityType.HUMAN : IdentityType.UNKNOWN;
  }

  private static boolean isProgram(TokenClaims claims, @Nullable String subject) {
    return isClientItself(claims)
        || (subject != null && PrincipalIds.isGoogleServiceAccount(subject));
  }

  /** Whether the client got the token for itself: its id then names the subject best. */
  static boolean isClientItself(TokenClaims claims) {
    return claims.clientCredentials
        || "app".equals(claims.entra.type)
        || isClient(claims, claims.subject)
        || isEntraApplication(claims, claims.subject);
  }

  /** RFC 9068 s2.2: without a resource owner the subject is the client; Auth0 adds a suffix. */
  private static boolean isClient(TokenClaims claims, @Nullable String subject) {
    String client = claims.clientId;
    if (client == null || subject == null) {
      return false;
    }
    return subject.equals(client) || subject.equals(client + "@clients");
  }

  /** Where {@code idtyp} is not asked for, application tokens are those of one object id alone. */
  private static boolean isEntraApplication(TokenClaims claims, @Nullable String subject) {
    return claims.tenant != null
        && !claims.consented
        && subject != null
        && subject.equals(claims.entra.objectId);
  }

  /** Scopes that were granted to a client which is not the subject: somebody consented. */
  private static boolean grantedByOwner(TokenClaims claims, @Nullable String subject) {
    return claims.consented && claims.clientId != null && subject != null;
  }

  /** {@code sub_profile}, draft-mora-oauth-entity-profiles: words divided by spaces. */
  static IdentityType ofProfile(@Nullable String profile) {
    if (profile == null) {
      return IdentityType.UNKNOWN;
    }
    if (hasWord(profile, "ai_agent")) {
      return IdentityType.AI_AGENT;
    }
    if (hasWord(profile, "user")) {
      return IdentityType.HUMAN;
    }
    if (hasWord(profile, "service")) {
      return IdentityType.SERVICE_ACCOUNT;
    }
    return hasWord(profile, "workload") || hasWord(profile, "client_instance")
        ? IdentityType.WORKLOAD
        : IdentityType.UNKNOWN;
  }

  private static boolean hasWord(String words, String word) {
    int at = words.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      boolean starts = at == 0 || words.charAt(at - 1) == ' ';
      boolean ends = end == words.length() || words.charAt(end) == ' ';
      if (starts && ends) {
        return true;
      }
      at = words.indexOf(word, end);
    }
    return false;
  }
}
