/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that a client is asked to send.
 *
 * @param body null sends none
 */
public record HttpSending(
    String method, URI uri, List<Map.Entry<String, String>> headers, @Nullable String body) {
  public static HttpSending get(URI uri) {
    return new HttpSending("GET", uri, List.of(), null);
  }

  public static HttpSending of(String method, URI uri, @Nullable String body) {
    return new HttpSending(method, uri, List.of(), body);
  }

  /** One more header, perhaps of a name that is there. */
  public HttpSending with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new HttpSending(method, uri, more, body);
  }
}
