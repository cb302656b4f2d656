/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads JSON that holds secrets beside what is wanted: a value not asked for is skipped unread. */
final class SecretJson {
  /** No buffer is kept for the next use, since what passed through it may be a private key. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private SecretJson() {}

  static JsonParser parser(byte[] bytes, int length) throws IOException {
    return JSON.createParser(bytes, 0, length);
  }

  /** The first name in the object that the text begins with; null if it is empty or another. */
  static @Nullable String enter(JsonParser parser) throws IOException {
    return parser.nextToken() == JsonToken.START_OBJECT ? parser.nextFieldName() : null;
  }

  /** The text at the parser; null for what cannot be part of an identity. */
  static @Nullable String text(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      parser.skipChildren();
      return null;
    }
    String text = parser.getText();
    return ProcessSurroundings.isPlain(text) ? text : null;
  }
}
