/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ForkJoinPool}, and with it parallel streams. All versions push a task either onto the
 * queue of a worker or, up to Java 17, by {@code externalPush}; never by both.
 */
final class ForkJoinPools {
  private static final String POOL = "java.util.concurrent.ForkJoinPool";
  private static final TypeSelector TASKS = TypeSelector.named("java.util.concurrent.ForkJoinTask");

  private ForkJoinPools() {}

  static List<WeavePoint> weavePoints() {
    return Arrays.asList(
        WeavePoint.copied(
            TypeSelector.named(POOL), named("externalPush"), ForkJoinPushAdvice.class.getName()),
        WeavePoint.copied(
            TypeSelector.named(POOL + "$WorkQueue"),
            named("push"),
            ForkJoinPushAdvice.class.getName()),
        WeavePoint.copied(TASKS, named("doExec"), ForkJoinExecAdvice.class.getName()),
        WeavePoint.copied(
            TASKS,
            namedOneOf("invoke", "quietlyInvoke", "invokeAll"),
            ForkJoinInvokeAdvice.class.getName()),
        WeavePoint.copied(TASKS, named("tryUnfork"), ForkJoinUnforkAdvice.class.getName()),
        WeavePoint.copied(
            TASKS,
            named("reinitialize").and(takesArguments(0)),
            ForkJoinReuseAdvice.class.getName()));
  }
}
