/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an exporter could not get through and has yet to say. Used by one thread. */
final class Losses {
  private static final int MAX_RANGES = 16;

  private final Deque<LostRecords> ranges = new ArrayDeque<>();

  void add(@Nullable LostRecords lost) {
    LostRecords last = ranges.peekLast();
    if (lost == null) {
      return;
    }
    if (last != null && (last.isContinuedBy(lost) || ranges.size() >= MAX_RANGES)) {
      ranges.removeLast();
      ranges.addLast(last.and(lost));
    } else {
      ranges.addLast(lost);
    }
  }

  void addAll(Collection<LostRecords> more) {
    more.forEach(this::add);
  }

  /** All of them; they are the caller's to get through now. */
  List<LostRecords> take() {
    List<LostRecords> taken = new ArrayList<>(ranges);
    ranges.clear();
    return taken;
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  long count() {
    long count = 0;
    for (LostRecords range : ranges) {
      count += range.count();
    }
    return count;
  }
}
