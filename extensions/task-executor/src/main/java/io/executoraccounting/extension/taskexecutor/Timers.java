/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.executoraccounting.spi.CallReplacement;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Arrays;
import java.util.List;

/** {@code java.util.Timer}. */
final class Timers {
  private Timers() {}

  static List<WeavePoint> weavePoints() {
    return Arrays.asList(
        WeavePoint.copied(
            TypeSelector.named("java.util.Timer"), named("sched"), TimerAdvice.class.getName()),
        WeavePoint.replacingCall(
            TypeSelector.named("java.util.TimerThread"),
            named("mainLoop"),
            CallReplacement.of(
                "java.util.TimerTask",
                "run",
                "()V",
                "io.executoraccounting.bootstrap.TimedTasks")));
  }
}
