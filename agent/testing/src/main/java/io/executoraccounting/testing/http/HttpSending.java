/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that a client is asked to send.
 *
 * @param body null sends none
 */
public record HttpSending(
    String method, URI uri, Map<String, String> headers, @Nullable String body) {
  public static HttpSending get(URI uri) {
    return new HttpSending("GET", uri, Map.of(), null);
  }

  public static HttpSending of(String method, URI uri, @Nullable String body) {
    return new HttpSending(method, uri, Map.of(), body);
  }

  public HttpSending with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpSending(method, uri, more, body);
  }
}
