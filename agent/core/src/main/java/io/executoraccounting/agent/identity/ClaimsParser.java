/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.executoraccounting.agent.identity.TokenClaims.NamedParty;
import io.executoraccounting.spi.Gap;
import java.io.IOException;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a token's header and payload; a claim that is not on the list is not kept. */
final class ClaimsParser {
  /** Actors of one token, and so the depth to which it is read: RFC 8693 sets no limit. */
  static final int MAX_ACTORS = 8;

  /**
   * No buffer is recycled, for it would keep payloads alive on the application's threads; no name
   * is interned, for names come from outside. A claim that stands twice has two meanings, so such a
   * token is malformed (RFC 7519 s4).
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(BearerToken.MAX_LENGTH).build())
          .build();

  private ClaimsParser() {}

  static void header(char[] json, int length, TokenClaims claims) throws IOException {
    try (JsonParser parser = JSON.createParser(json, 0, length)) {
      enterObject(parser);
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        if (name.equals("typ")) {
          claims.type = ClaimText.value(parser, claims.gaps);
        } else if (name.equals("alg")) {
          claims.algorithm = ClaimText.value(parser, claims.gaps);
        } else if (name.equals("kid")) {
          claims.keyId = ClaimText.value(parser, EnumSet.noneOf(Gap.class));
          claims.uncheckable |= claims.keyId == null;
        } else if (name.equals("crit")) {
          claims.uncheckable = true;
          parser.skipChildren();
        } else {
          parser.skipChildren();
        }
      }
      expectEnd(parser);
    }
  }

  static void payload(char[] json, int length, TokenClaims claims) throws IOException {
    try (JsonParser parser = JSON.createParser(json, 0, length)) {
      enterObject(parser);
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        claim(name, parser, claims);
      }
      expectEnd(parser);
    }
  }

  private static void enterObject(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("not a JSON object");
    }
  }

  private static void expectEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new IOException("text after the JSON object");
    }
  }

  private static void claim(String name, JsonParser parser, TokenClaims claims) throws IOException {
    switch (name) {
      case "iss":
        claims.issuer = ClaimText.value(parser, claims.gaps);
        break;
      case "sub":
        claims.subject = named(parser, claims);
        break;
      case "aud":
        ClaimText.values(parser, "", claims.audience, claims.gaps);
        break;
      case "exp":
        claims.expiresAt = ClaimText.seconds(parser);
        break;
      case "jti":
      case "uti":
        claims.tokenId = ClaimText.value(parser, claims.gaps);
        break;
      case "txn":
        claims.transactionId = ClaimText.value(parser, claims.gaps);
        break;
      case "authorization_details":
        AuthorizationDetails.read(parser, claims);
        break;
      case "tid":
        claims.tenant = ClaimText.value(parser, claims.gaps);
        break;
      case "cnf":
        confirmation(parser, claims);
        break;
      case "sub_profile":
        claims.subjectProfile = ClaimText.value(parser, claims.gaps);
        break;
      case "act":
        actor(parser, claims);
        break;
      case "actor":
        partyOrWorkflowActor(parser, claims);
        break;
      case "principal":
        claims.principal = party(parser, claims);
        break;
      case "req_wl":
        claims.requestingWorkload = ClaimText.value(parser, claims.gaps);
        break;
      default:
        if (!ScopeClaims.read(name, parser, claims) && !IssuerClaims.read(name, parser, claims)) {
          parser.skipChildren();
        }
    }
  }

  /** A name of the subject, which the application may use for the principal it authenticates. */
  static @Nullable String named(JsonParser parser, TokenClaims claims) throws IOException {
    String name = ClaimText.value(parser, claims.gaps);
    if (name != null) {
      claims.subjectNames.add(name);
    }
    return name;
  }

  private static void confirmation(JsonParser parser, TokenClaims claims) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      claims.boundToKey |= name.equals("jkt");
      claims.boundToCertificate |= name.equals("x5t#S256");
      parser.skipChildren();
    }
  }

  private static void actor(JsonParser parser, TokenClaims claims) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      claims.gaps.add(Gap.TOKEN_MALFORMED);
      parser.skipChildren();
      return;
    }
    if (claims.actors.size() >= MAX_ACTORS) {
      claims.gaps.add(Gap.BUDGET_EXCEEDED);
      claims.gaps.add(Gap.CHAIN_TRUNCATED);
      parser.skipChildren();
      return;
    }
    NamedParty actor = new NamedParty();
    claims.actors.add(actor);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (name.equals("act")) {
        actor(parser, claims);
      } else {
        partyClaim(name, parser, actor, claims);
      }
    }
  }

  private static void partyOrWorkflowActor(JsonParser parser, TokenClaims claims)
      throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING && claims.ci.actor == null) {
      claims.ci.actor = ClaimText.value(parser, claims.gaps);
    }
    claims.actor = party(parser, claims);
  }

  /** An object, or the bare name of the subject. */
  private static @Nullable NamedParty party(JsonParser parser, TokenClaims claims)
      throws IOException {
    NamedParty party = new NamedParty();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      party.subject = ClaimText.value(parser, claims.gaps);
      return party.subject == null ? null : party;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      partyClaim(name, parser, party, claims);
    }
    return party;
  }

  private static void partyClaim(
      String name, JsonParser parser, NamedParty party, TokenClaims claims) throws IOException {
    switch (name) {
      case "sub":
        party.subject = ClaimText.value(parser, claims.gaps);
        break;
      case "iss":
        party.issuer = ClaimText.value(parser, claims.gaps);
        break;
      case "client_id":
      case "azp":
        party.clientId = ClaimText.value(parser, claims.gaps);
        break;
      case "sub_profile":
        party.profile = ClaimText.value(parser, claims.gaps);
        break;
      default:
        parser.skipChildren();
    }
  }
}
