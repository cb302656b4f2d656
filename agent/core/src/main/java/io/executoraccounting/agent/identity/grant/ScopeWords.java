/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.ClaimText;
import java.util.List;

/** Scopes in the text of RFC 6749 s3.3: words divided by spaces. */
final class ScopeWords {
  private ScopeWords() {}

  /**
   * Adds each word that may be told, as many as are told of a token.
   *
   * @return whether that is all of them
   */
  static boolean addTo(List<String> scopes, String words) {
    boolean all = true;
    for (String word : words.split(" ")) {
      boolean tellable = word.length() <= ClaimText.MAX_LENGTH && ClaimText.printable(word);
      if (word.isEmpty()) {
        continue;
      }
      if (tellable && scopes.size() < ClaimText.MAX_ITEMS) {
        scopes.add(word);
      } else {
        all = false;
      }
    }
    return all;
  }
}
