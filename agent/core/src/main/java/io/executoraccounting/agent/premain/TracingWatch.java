/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.attribution.LoadedApplicationSpans;
import io.executoraccounting.agent.weaving.AllClasses;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Notices when an application begins to use the OpenTelemetry API. It changes no class; what it
 * notices is looked at by a thread of its own, once the class is there.
 */
final class TracingWatch implements ClassFileTransformer, Runnable {
  /** Until a class that is about to be defined has been, and has been initialised. */
  private static final long SETTLING_NANOS = 500_000_000L;

  private final LoadedApplicationSpans spans;
  private final Instrumentation instrumentation;
  private final String sought = LoadedApplicationSpans.sign().replace('.', '/');
  private final Thread thread = AgentThreads.daemon("executor-accounting-tracing", this);
  private volatile boolean noticed = true;
  private volatile boolean ended;

  TracingWatch(LoadedApplicationSpans spans, Instrumentation instrumentation) {
    this.spans = spans;
    this.instrumentation = instrumentation;
  }

  void start() {
    instrumentation.addTransformer(this);
    thread.start();
  }

  /** Afterwards the thread is gone, and no application's class keeps anything of the agent's. */
  void end(long timeoutMillis) {
    instrumentation.removeTransformer(this);
    ended = true;
    LockSupport.unpark(thread);
    try {
      thread.join(timeoutMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    spans.forget();
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] file) {
    if (sought.equals(className)) {
      noticed = true;
      LockSupport.unpark(thread);
    }
    return null;
  }

  @Override
  public void run() {
    while (!ended) {
      if (!noticed) {
        LockSupport.park();
        continue;
      }
      LockSupport.parkNanos(SETTLING_NANOS);
      noticed = false;
      if (!ended) {
        spans.find(AllClasses.of(instrumentation));
      }
    }
  }
}
