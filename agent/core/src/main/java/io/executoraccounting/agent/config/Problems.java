/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was wrong with the configuration, one line each. */
final class Problems {
  private final List<String> lines = new ArrayList<>();
  private boolean badValue;

  /** Something that a strict agent does not start with. */
  void badValue(String line) {
    badValue = true;
    lines.add(line);
  }

  void warning(String line) {
    lines.add(line);
  }

  boolean hasBadValue() {
    return badValue;
  }

  List<String> lines() {
    return Collections.unmodifiableList(new ArrayList<>(lines));
  }
}
