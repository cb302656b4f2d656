/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Collections;
import java.util.List;

/**
 * Pools of servers that are not the JDK's: Jetty 9 to 12, and JBoss Threads 3 below XNIO and
 * Undertow. Their threads are plain ones and serve everybody, also where a request caused their
 * start. What waits in them is not carried: they run tasks that stand for many others.
 */
final class ServerPools {
  private ServerPools() {}

  static List<WeavePoint> weavePoints() {
    return Collections.singletonList(
        WeavePoint.copied(
            TypeSelector.named(
                "org.eclipse.jetty.util.thread.QueuedThreadPool",
                "org.jboss.threads.EnhancedQueueExecutor"),
            namedOneOf("startThread", "startThreads", "doStartThread"),
            WorkerStartAdvice.class.getName()));
  }
}
