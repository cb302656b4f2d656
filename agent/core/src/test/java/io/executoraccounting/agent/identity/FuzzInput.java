/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one entry of the reader is given.
 *
 * @param entry the method of the reader
 * @param texts its arguments; for headers names and values in turn
 */
record FuzzInput(Entry entry, String... texts) {
  /** Ways in. */
  enum Entry {
    HEADERS,
    QUERY,
    TOKEN,
    PASSWORD,
    SASL,
    KERBEROS,
    LOGIN
  }

  /** More headers than any request is asked for: each look-up costs the application a search. */
  static final int MAX_LOOK_UPS = 30;

  static FuzzInput header(String name, String value) {
    return new FuzzInput(Entry.HEADERS, name, value);
  }

  static FuzzInput authorization(String value) {
    return header("Authorization", value);
  }

  CredentialUse read(PresentedCredentialReader reader) {
    switch (entry) {
      case HEADERS:
        return fromHeaders(reader);
      case QUERY:
        return reader.fromQuery("shop.blob.core.windows.net", texts[0]);
      case TOKEN:
        return reader.fromToken(texts[0], CredentialKind.TXN_TOKEN);
      case PASSWORD:
        CredentialUse token = reader.fromPassword(texts[0]);
        return token == null ? CredentialUse.NONE : token;
      case SASL:
        return reader.fromSasl(texts[0], texts[1], texts[2]);
      case KERBEROS:
        return reader.fromKerberosPrincipal(texts[0]);
      default:
        return reader.fromDatabaseLogin(
            CredentialKind.DB_PASSWORD, "postgresql", texts[0], texts[1], null);
    }
  }

  private CredentialUse fromHeaders(PresentedCredentialReader reader) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i + 1 < texts.length; i += 2) {
      headers.put(texts[i], texts[i + 1]);
    }
    int[] lookUps = new int[1];
    CredentialUse use =
        reader.fromHeaders(
            name -> {
              lookUps[0]++;
              return headers.get(name);
            });
    if (lookUps[0] > MAX_LOOK_UPS) {
      throw new AssertionError(lookUps[0] + " headers were asked for");
    }
    return use;
  }

  /** The same with one of its texts changed. */
  FuzzInput with(int index, String text) {
    String[] changed = texts.clone();
    changed[index] = text;
    return new FuzzInput(entry, changed);
  }

  @Override
  public String toString() {
    return entry + " " + String.join(" | ", texts);
  }
}
