/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** What fits and what does not, as {@code agent:*,!agent:intern} has it. Immutable. */
public final class Patterns<P> {
  private final List<P> fitting;
  private final List<P> excluded;

  /**
   * @param fitting if it is empty, all fit that are not excluded
   */
  Patterns(List<P> fitting, List<P> excluded) {
    this.fitting = Collections.unmodifiableList(new ArrayList<>(fitting));
    this.excluded = Collections.unmodifiableList(new ArrayList<>(excluded));
  }

  /** Whether one of the patterns fits, and none of those behind an exclamation mark does. */
  public boolean admit(Predicate<P> matches) {
    return (fitting.isEmpty() || any(fitting, matches)) && !any(excluded, matches);
  }

  List<P> fitting() {
    return fitting;
  }

  private static <P> boolean any(List<P> patterns, Predicate<P> matches) {
    for (P pattern : patterns) {
      if (matches.test(pattern)) {
        return true;
      }
    }
    return false;
  }
}
