/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an X.500 name that name a service or its organisation; mailboxes, addresses and
 * serial numbers of persons are left out.
 */
final class DistinguishedName {
  private static final String[] KEPT = {"CN=", "OU=", "O=", "DC=", "C="};

  private static final int MAX_KEPT = ClaimText.MAX_LENGTH - "x509:".length();

  private DistinguishedName() {}

  /** In the form of RFC 2253; null if nothing is left. */
  static @Nullable String of(@Nullable X500Principal principal) {
    if (principal == null) {
      return null;
    }
    String name = principal.getName(X500Principal.RFC2253);
    if (name.length() > BearerToken.MAX_LENGTH || !ClaimText.printable(name)) {
      return null;
    }
    StringBuilder kept = new StringBuilder();
    int from = 0;
    while (from < name.length()) {
      int to = endOfPart(name, from);
      append(name.substring(from, to), kept);
      from = to + 1;
    }
    return kept.length() == 0 || kept.length() > MAX_KEPT ? null : kept.toString();
  }

  /** The first common name; null if there is none. */
  static @Nullable String commonName(X500Principal principal) {
    String name = principal.getName(X500Principal.RFC2253);
    int from = 0;
    while (from < name.length()) {
      int to = endOfPart(name, from);
      if (name.startsWith("CN=", from)) {
        return name.substring(from + 3, to);
      }
      from = to + 1;
    }
    return null;
  }

  private static void append(String part, StringBuilder kept) {
    if (part.indexOf('@') >= 0) {
      return;
    }
    for (String type : KEPT) {
      if (part.startsWith(type)) {
        kept.append(kept.length() == 0 ? "" : ",").append(part);
        return;
      }
    }
  }

  /** Parts end at a comma or plus that is neither escaped nor quoted. */
  private static int endOfPart(String name, int from) {
    boolean quoted = false;
    for (int i = from; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '+')) {
        return i;
      }
    }
    return name.length();
  }
}
