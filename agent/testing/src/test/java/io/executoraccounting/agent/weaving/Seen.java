/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the fixture's handlers saw; they run in plugin loaders and meet the test here. */
public final class Seen {
  public static final List<String> EVENTS = new CopyOnWriteArrayList<>();

  private Seen() {}

  public static void add(String event) {
    if (EVENTS.size() < 1000) {
      EVENTS.add(event);
    }
  }
}
