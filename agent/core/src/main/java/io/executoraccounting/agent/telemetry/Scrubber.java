/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * The last look at every string before it leaves: whether it still looks like a secret. Readers let
 * none through; this is for the day one of them errs, so it prefers to drop too much. Safe for use
 * by many threads.
 */
final class Scrubber {
  /** Where long random text is what belongs there: hashes, public ids, ids that a token states. */
  private static final Set<String> RANDOM_BY_NATURE =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  ExecutorKeys.CHAIN_DIGEST.getKey(),
                  ExecutorKeys.CHAIN_FINGERPRINTS.getKey(),
                  ExecutorKeys.CHANGE_PREVIOUS_FINGERPRINT.getKey(),
                  AuthorityKeys.AUDIENCE.getKey(),
                  AuthorityKeys.CREDENTIAL_FINGERPRINT.getKey(),
                  AuthorityKeys.CREDENTIAL_ID.getKey())));

  private static final Set<String> IDS =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  ExecutorKeys.ID.getKey(),
                  ExecutorKeys.CHAIN_IDS.getKey(),
                  ExecutorKeys.CHANGE_PREVIOUS_ID.getKey(),
                  ExecutorKeys.GEN_AI_AGENT_ID.getKey(),
                  ExecutorKeys.INITIATOR_ID.getKey(),
                  AuthorityKeys.ID.getKey())));

  /** Namespaces of ids whose rest is random though public: OAuth clients, subjects, pseudonyms. */
  private static final String[] RANDOM_NAMESPACES = {"oauth:", "p1:", "txn:", "x509:"};

  boolean isSecret(String key, String value) {
    // Shorter than any secret that can be told from a word.
    if (value.length() < 8) {
      return false;
    }
    return key.equals("url.query")
        || SecretShapes.in(value)
        || UrlSecrets.in(value)
        || (!mayBeRandom(key, value) && RandomText.in(value));
  }

  private static boolean mayBeRandom(String key, String value) {
    if (RANDOM_BY_NATURE.contains(key)) {
      return true;
    }
    if (IDS.contains(key)) {
      for (String namespace : RANDOM_NAMESPACES) {
        if (value.startsWith(namespace)) {
          return true;
        }
      }
    }
    return false;
  }
}
