/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.sql.session.SessionStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The steps that were found in a text so far, at most 64. */
final class SessionSteps {
  private static final int MOST = 64;

  private List<SessionStep> steps = Collections.emptyList();

  void add(SessionStep step) {
    if (steps.isEmpty()) {
      steps = new ArrayList<>(2);
    }
    if (steps.size() < MOST - 1) {
      steps.add(step);
    } else if (steps.size() == MOST - 1) {
      // What else the text does stays unread.
      steps.add(SessionStep.to(SessionStep.Kind.EXECUTE_AS, SessionStep.Target.UNREADABLE));
    }
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  List<SessionStep> list() {
    return steps;
  }
}
