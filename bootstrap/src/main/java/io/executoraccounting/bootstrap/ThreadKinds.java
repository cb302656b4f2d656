/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/** Which threads are a piece of work, and which only wait for work. */
final class ThreadKinds {
  /** Null before Java 21. */
  private static final @Nullable Class<?> VIRTUAL = find("java.lang.BaseVirtualThread");

  private ThreadKinds() {}

  static boolean isVirtual(Thread thread) {
    return VIRTUAL != null && VIRTUAL.isInstance(thread);
  }

  /**
   * Whether what runs on the thread belongs to who starts it. Threads of a class of the JDK
   * (fork/join workers, timers, selectors) and of event loops serve everybody.
   */
  static boolean belongsToStarter(Thread thread) {
    Class<?> type = thread.getClass();
    if (type == Thread.class) {
      return true;
    }
    return type.getClassLoader() == null ? isVirtual(thread) : !serves(type);
  }

  private static boolean serves(Class<?> type) {
    for (Class<?> c = type; c != null && c != Thread.class; c = c.getSuperclass()) {
      String name = c.getName();
      if (name.equals("java.util.concurrent.ForkJoinWorkerThread")
          || name.endsWith("netty.util.concurrent.FastThreadLocalThread")
          || name.equals("org.apache.tomcat.util.threads.TaskThread")
          || name.equals("org.jboss.threads.JBossThread")
          || name.equals("org.xnio.nio.WorkerThread")) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Class<?> find(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
