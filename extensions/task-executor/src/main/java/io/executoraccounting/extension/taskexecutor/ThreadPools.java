/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.executoraccounting.spi.CallReplacement;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Arrays;
import java.util.List;

/** {@code ThreadPoolExecutor}: what enters its queue, leaves it, and runs. */
final class ThreadPools {
  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
  private static final TypeSelector POOLS = TypeSelector.named(POOL);
  private static final String TASKS = "io.executoraccounting.bootstrap.PooledTasks";

  private ThreadPools() {}

  static List<WeavePoint> weavePoints() {
    return Arrays.asList(
        WeavePoint.copied(POOLS, named("execute"), PoolExecuteAdvice.class.getName()),
        WeavePoint.copied(POOLS, named("reject"), PoolRejectAdvice.class.getName()),
        WeavePoint.copied(
            TypeSelector.named(
                POOL + "$AbortPolicy",
                POOL + "$CallerRunsPolicy",
                POOL + "$DiscardPolicy",
                POOL + "$DiscardOldestPolicy"),
            named("rejectedExecution"),
            RejectionPolicyAdvice.class.getName()),
        WeavePoint.replacingCall(
            TypeSelector.named(POOL + "$DiscardOldestPolicy"),
            named("rejectedExecution"),
            CallReplacement.of(
                "java.util.concurrent.BlockingQueue", "poll", "()Ljava/lang/Object;", TASKS)),
        WeavePoint.copied(
            POOLS, named("remove").and(takesArguments(1)), PoolRemoveAdvice.class.getName()),
        WeavePoint.copied(POOLS, named("shutdownNow"), PoolShutdownAdvice.class.getName()),
        WeavePoint.copied(POOLS, named("addWorker"), WorkerStartAdvice.class.getName()),
        WeavePoint.copied(POOLS, named("getTask"), WorkerSeekAdvice.class.getName()),
        WeavePoint.copied(POOLS, named("runWorker"), WorkerAdvice.class.getName()),
        WeavePoint.replacingCall(
            POOLS,
            named("runWorker"),
            CallReplacement.of("java.lang.Runnable", "run", "()V", TASKS)));
  }
}
