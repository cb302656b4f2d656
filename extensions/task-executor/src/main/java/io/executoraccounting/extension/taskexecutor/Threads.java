/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Collections;
import java.util.List;

/**
 * Threads, platform and virtual. Since Java 21 executors and structured scopes start theirs by
 * {@code start(ThreadContainer)}.
 */
final class Threads {
  private Threads() {}

  static List<WeavePoint> weavePoints() {
    return Collections.singletonList(
        WeavePoint.copied(
            TypeSelector.named("java.lang.Thread", "java.lang.VirtualThread"),
            named("start"),
            ThreadStartAdvice.class.getName()));
  }
}
