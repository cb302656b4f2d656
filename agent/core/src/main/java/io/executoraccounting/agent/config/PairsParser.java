/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code key=value,key=value} with percent-encoded values. Source: OpenTelemetry specification,
 * {@code OTEL_RESOURCE_ATTRIBUTES} and {@code OTEL_EXPORTER_OTLP_HEADERS}.
 */
final class PairsParser implements ValueParser<Map<String, String>> {
  @Override
  public @Nullable Map<String, String> parse(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : CommaList.split(text)) {
      int equals = pair.indexOf('=');
      String value = equals < 1 ? null : decoded(pair.substring(equals + 1).trim());
      if (value == null) {
        return null;
      }
      pairs.put(pair.substring(0, equals).trim(), value);
    }
    return Collections.unmodifiableMap(pairs);
  }

  private static @Nullable String decoded(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    try {
      // URLDecoder is about forms, where a plus sign means a space; here it means itself.
      return URLDecoder.decode(value.replace("+", "%2B"), "UTF-8");
    } catch (UnsupportedEncodingException | IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public String expected() {
    return "key=value pairs with commas between them and percent-encoded values";
  }
}
