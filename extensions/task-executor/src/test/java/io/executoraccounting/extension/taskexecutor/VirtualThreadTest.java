/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.WovenAgent;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By reflection, because the same classes of tests run on Java 8. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new TaskExecutorExtension());

  private final AtomicReference<String> seen = new AtomicReference<>();

  @Test
  void tenThousandAtOnceEachWorkForTheirOwnRequest() throws Exception {
    int threads = 10_000;
    Map<String, String> mistaken = new ConcurrentHashMap<>();
    CountDownLatch all = new CountDownLatch(threads);
    CountDownLatch done = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      String name = "r" + i;
      try (Request request = Request.of(name)) {
        start(
            () -> {
              String atFirst = Request.here();
              all.countDown();
              await(all);
              Thread.yield();
              if (!name.equals(atFirst) || !name.equals(Request.here())) {
                mistaken.put(name, atFirst + " " + Request.here());
              }
              done.countDown();
            });
      }
    }
    assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(mistaken).isEmpty();
  }

  @Test
  void oneStartedByNobodyKnowsOfNobodyThoughItsCarrierWorkedForOthers() throws Exception {
    try (Request request = Request.of("a")) {
      join(start(() -> {}));
    }
    join(start(() -> seen.set(Request.here())));
    assertThat(seen).hasValue("");
  }

  @Test
  void isBelievedAsATaskIsThoughTheRequestHasEnded() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    Thread thread;
    try (Request request = Request.of("a")) {
      thread =
          start(
              () -> {
                await(ended);
                seen.set(Request.here());
              });
    }
    ended.countDown();
    join(thread);
    assertThat(seen).hasValue("a");
  }

  @Test
  void oneThreadPerTaskCarriesEachTasksRequest() throws Exception {
    ExecutorService perTask =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    Callable<String> here = Request::here;
    try (Request request = Request.of("a")) {
      assertThat(perTask.submit(here).get(10, TimeUnit.SECONDS)).isEqualTo("a");
    }
    assertThat(perTask.submit(here).get(10, TimeUnit.SECONDS)).isEmpty();
    perTask.shutdown();
  }

  @Test
  void structuredScopeForksForItsRequest() throws Exception {
    Class<?> type = Class.forName("java.util.concurrent.StructuredTaskScope");
    Method fork = type.getMethod("fork", Callable.class);
    Callable<String> here =
        () -> {
          seen.set(Request.here());
          return "";
        };
    try (Request request = Request.of("a");
        AutoCloseable scope = scope(type)) {
      fork.invoke(scope, here);
      type.getMethod("join").invoke(scope);
    }
    assertThat(seen).hasValue("a");
  }

  /** Java 21 has a constructor, Java 25 a factory. */
  private static AutoCloseable scope(Class<?> type) throws ReflectiveOperationException {
    return type.isInterface()
        ? (AutoCloseable) type.getMethod("open").invoke(null)
        : (AutoCloseable) type.getConstructor().newInstance();
  }

  private static Thread start(Runnable work) throws ReflectiveOperationException {
    return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
  }

  private static void join(Thread thread) throws InterruptedException {
    thread.join(10_000);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
