/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Single parameters of a query; the others are not looked at. */
final class QueryParameter {
  /** Characters of a query that are looked through. */
  static final int MAX_QUERY = 32 * 1024;

  private QueryParameter() {}

  /**
   * The first value of that name, names compared without case; null if it is absent, empty, not
   * percent-encoded UTF-8 (RFC 3986 s2.1), or longer than a token may be. A plus stays one, for
   * signatures are base 64.
   */
  static @Nullable String value(String query, String name) {
    int end = Math.min(query.length(), MAX_QUERY);
    int from = 0;
    while (from < end) {
      int next = query.indexOf('&', from);
      int to = next < 0 || next > end ? end : next;
      int equals = from + name.length();
      if (equals < to
          && query.charAt(equals) == '='
          && query.regionMatches(true, from, name, 0, name.length())) {
        return to - equals - 1 > BearerToken.MAX_LENGTH
            ? null
            : decoded(query.substring(equals + 1, to));
      }
      from = to + 1;
    }
    return null;
  }

  /** As {@link #value}, for what is told and so must be printable and short. */
  static @Nullable String text(String query, String name) {
    String value = value(query, name);
    return value == null || value.length() > ClaimText.MAX_LENGTH || !ClaimText.printable(value)
        ? null
        : value;
  }

  private static @Nullable String decoded(String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] != '%') {
        bytes.put(encoded[i]);
        continue;
      }
      int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(encoded[i + 2], 16);
      if (low < 0) {
        return null;
      }
      bytes.put((byte) (high << 4 | low));
      i += 2;
    }
    bytes.flip();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
