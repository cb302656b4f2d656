/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.ClaimText;
import java.util.List;

/** Scopes in the text of RFC 6749 s3.3: words divided by spaces. */
final class ScopeWords {
  private ScopeWords() {}

  /** Adds each word that may be told, as many as are told of a token. */
  static void addTo(List<String> scopes, String words) {
    for (String word : words.split(" ")) {
      boolean tellable =
          !word.isEmpty() && word.length() <= ClaimText.MAX_LENGTH && ClaimText.printable(word);
      if (tellable && scopes.size() < ClaimText.MAX_ITEMS) {
        scopes.add(word);
      }
    }
  }
}
