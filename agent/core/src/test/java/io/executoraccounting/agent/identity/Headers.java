/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.HeaderSource;
import java.util.Map;
import java.util.TreeMap;

/** Headers of one request, names compared without case. */
public final class Headers implements HeaderSource {
  private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  public static Headers of(String name, String value) {
    return new Headers().and(name, value);
  }

  public static Headers bearer(String token) {
    return of("Authorization", "Bearer " + token);
  }

  public Headers and(String name, String value) {
    values.put(name, value);
    return this;
  }

  @Override
  public String get(String name) {
    return values.get(name);
  }
}
