/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record as it leaves the process: scrubbed, cut and pseudonymised. Immutable. */
public final class RecordedCall {
  private final String name;
  private final long startEpochNanos;
  private final Map<String, Object> attributes;
  private final List<StackTraceElement> stack;

  /**
   * @param name the span's name
   * @param attributes by name; values are strings, longs, booleans or lists of strings
   * @param stack where the call began, innermost first; empty if it began unobserved
   */
  public RecordedCall(
      String name,
      long startEpochNanos,
      Map<String, Object> attributes,
      StackTraceElement[] stack) {
    this.name = name;
    this.startEpochNanos = startEpochNanos;
    this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    this.stack = Collections.unmodifiableList(new ArrayList<>(Arrays.asList(stack)));
  }

  public String name() {
    return name;
  }

  public long startEpochNanos() {
    return startEpochNanos;
  }

  public Map<String, Object> attributes() {
    return attributes;
  }

  public List<StackTraceElement> stack() {
    return stack;
  }
}
