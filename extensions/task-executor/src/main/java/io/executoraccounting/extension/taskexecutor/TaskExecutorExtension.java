/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.TaskCarrier;
import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.WeavePoint;
import java.util.ArrayList;
import java.util.List;

/** Pools, fork/join, completions, threads and timers of the JDK, 8 to 25. */
public final class TaskExecutorExtension implements Extension {
  @Override
  public String name() {
    return "task-executor";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    // Before anything is woven: no class may load or initialise inside Thread.start or a pool.
    TaskCarrier.prepare();
    List<WeavePoint> points = new ArrayList<>();
    points.addAll(ThreadPools.weavePoints());
    points.addAll(ScheduledPools.weavePoints());
    points.addAll(ForkJoinPools.weavePoints());
    points.addAll(CompletableFutures.weavePoints());
    points.addAll(Threads.weavePoints());
    points.addAll(Timers.weavePoints());
    points.addAll(ServerPools.weavePoints());
    return points;
  }
}
