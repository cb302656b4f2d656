/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose tokens the agent checks itself. Immutable. */
public final class VerificationConfig {
  static final ConfigKey<String> ISSUER =
      ConfigKey.optional(
          "executor.verification.<name>.issuer",
          new TextParser("an issuer"),
          "The claim `iss` of tokens whose signature the agent checks, character by character."
              + " `<name>` is yours to choose; it joins this key with the next.",
          "Set both for issuers whose tokens reach this process before anybody has checked them.");
  static final ConfigKey<KeySetLocation> JWKS =
      ConfigKey.optional(
          "executor.verification.<name>.jwks",
          new KeySetLocationParser(),
          "Where the issuer's public keys are: a JSON Web Key Set, in a file that only its owner may"
              + " write, or at a URL. It is read on a thread of the agent's, again every five"
              + " minutes, and when a token names a key that is not in it.",
          "Take the `jwks_uri` of the issuer's metadata.");

  private final List<TrustedIssuer> issuers;

  private VerificationConfig(List<TrustedIssuer> issuers) {
    this.issuers = issuers;
  }

  static VerificationConfig read(Settings settings) {
    Map<String, String> issuers = settings.members(ISSUER);
    Map<String, KeySetLocation> keys = settings.members(JWKS);
    List<TrustedIssuer> trusted = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Map.Entry<String, String> entry : issuers.entrySet()) {
      String name = entry.getKey();
      KeySetLocation location = keys.get(name);
      if (location == null) {
        settings.incomplete(JWKS, name, "tokens of that issuer are not checked");
      } else if (known.add(entry.getValue())) {
        trusted.add(new TrustedIssuer(name, entry.getValue(), location));
      } else {
        settings.ambiguous(ISSUER, name, "another name has the same issuer; this one is left out");
      }
    }
    for (String name : keys.keySet()) {
      if (!issuers.containsKey(name)) {
        settings.incomplete(ISSUER, name, "the keys of that name are of no use");
      }
    }
    return new VerificationConfig(Collections.unmodifiableList(trusted));
  }

  /** Empty: every token's claims are taken as asserted. */
  public List<TrustedIssuer> issuers() {
    return issuers;
  }
}
