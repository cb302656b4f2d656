/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Arrays;
import java.util.List;

/** {@code ScheduledThreadPoolExecutor}, and since Java 25 the schedule of {@code ForkJoinPool}. */
final class ScheduledPools {
  private static final String POOL = "java.util.concurrent.ScheduledThreadPoolExecutor";
  private static final String FORK_JOIN_POOL = "java.util.concurrent.ForkJoinPool";

  private ScheduledPools() {}

  static List<WeavePoint> weavePoints() {
    return Arrays.asList(
        WeavePoint.copied(
            TypeSelector.named(POOL), named("delayedExecute"), ScheduledPoolAdvice.class.getName()),
        WeavePoint.copied(
            TypeSelector.named(FORK_JOIN_POOL),
            named("scheduleDelayedTask"),
            ForkJoinPushAdvice.class.getName()),
        WeavePoint.copied(
            TypeSelector.named(POOL, FORK_JOIN_POOL),
            namedOneOf("scheduleAtFixedRate", "scheduleWithFixedDelay"),
            PeriodicAdvice.class.getName()));
  }
}
