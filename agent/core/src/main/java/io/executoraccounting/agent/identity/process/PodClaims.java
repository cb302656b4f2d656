/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the pod of a projected token runs, under OpenTelemetry's names. Kubernetes states it in the
 * claim {@code kubernetes.io}: namespace and pod since 1.21, node since 1.32.
 */
final class PodClaims {
  private PodClaims() {}

  /** Empty if the token does not say. */
  static Map<String, String> of(String token) {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 0 || second < 0) {
      return Collections.emptyMap();
    }
    byte[] payload = new byte[0];
    try {
      payload = Base64.getUrlDecoder().decode(token.substring(first + 1, second));
      return read(payload);
    } catch (IOException | IllegalArgumentException e) {
      return Collections.emptyMap();
    } finally {
      Arrays.fill(payload, (byte) 0);
    }
  }

  private static Map<String, String> read(byte[] payload) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    try (JsonParser parser = SecretJson.parser(payload, payload.length)) {
      for (String claim = SecretJson.enter(parser); claim != null; claim = parser.nextFieldName()) {
        parser.nextToken();
        if (claim.equals("kubernetes.io")) {
          kubernetes(parser, facts);
        } else {
          parser.skipChildren();
        }
      }
    }
    return facts;
  }

  private static void kubernetes(JsonParser parser, Map<String, String> facts) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (name.equals("namespace")) {
        put("k8s.namespace.name", parser, facts);
      } else if (name.equals("pod") || name.equals("node")) {
        object("k8s." + name + ".", parser, facts);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void object(String prefix, JsonParser parser, Map<String, String> facts)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (name.equals("name") || name.equals("uid")) {
        put(prefix + name, parser, facts);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void put(String attribute, JsonParser parser, Map<String, String> facts)
      throws IOException {
    String value = SecretJson.text(parser);
    if (value != null) {
      facts.put(attribute, value);
    }
  }
}
