/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;

/** One JSON object, RFC 8259, in UTF-8. */
public final class JsonScanner implements MessageScanner {
  private static final int MAX_DEPTH = 16;

  /**
   * No buffer is recycled, for it would keep tokens alive on the application's threads. A parser is
   * never closed either: that would leave the names it has met in the factory.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNameLength(Fields.NAME_LENGTH)
                  .maxStringLength(MAX_LENGTH)
                  .build())
          .build();

  private final Fields fields;
  private final JsonParser parser;
  private final ByteArrayFeeder feeder;
  private boolean complete;

  public JsonScanner(Fields fields) throws IOException {
    this.fields = fields;
    parser = JSON.createNonBlockingByteArrayParser();
    feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
  }

  @Override
  public void scan(byte[] bytes, int offset, int length) throws IOException {
    if (complete || length == 0) {
      return;
    }
    feeder.feedInput(bytes, offset, offset + length);
    for (JsonToken token = parser.nextToken();
        token != JsonToken.NOT_AVAILABLE && !complete;
        token = parser.nextToken()) {
      accept(token);
    }
  }

  private void accept(JsonToken token) throws IOException {
    JsonStreamContext context = parser.getParsingContext();
    if (token == JsonToken.VALUE_STRING
        || token == JsonToken.VALUE_NUMBER_INT
        || token == JsonToken.VALUE_NUMBER_FLOAT) {
      if (context.inRoot()) {
        throw new IOException("not a JSON object");
      }
      scalar(named(context));
    }
    complete = token == JsonToken.END_OBJECT && context.inRoot();
  }

  private void scalar(JsonStreamContext place) throws IOException {
    String name = place.getCurrentName();
    JsonStreamContext around = named(place.getParent());
    String parent = around.getCurrentName() == null ? "" : around.getCurrentName();
    if (name == null) {
      return;
    }
    int limit = fields.begins(parent, name);
    if (limit > 0 && parser.getTextLength() > limit) {
      fields.overlong(parent, name);
    } else if (limit > 0) {
      fields.field(parent, name, parser.getText());
    }
  }

  /** What gives the value its name: items of a list have that of the list. */
  private static JsonStreamContext named(JsonStreamContext context) {
    JsonStreamContext place = context;
    while (place.inArray()) {
      place = place.getParent();
    }
    return place;
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  public void end() throws IOException {
    if (!complete) {
      throw new IOException("the JSON object does not end");
    }
  }

  @Override
  public void close() {
    feeder.endOfInput();
  }
}
