/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.bootstrap.TaskCarrier;
import io.executoraccounting.testing.WovenAgent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThreadStartTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new TaskExecutorExtension());

  private final AtomicReference<String> seen = new AtomicReference<>();

  @Test
  void threadWorksForTheRequestThatStartedIt() throws Exception {
    try (Request request = Request.of("a")) {
      join(started(() -> seen.set(Request.here())));
    }
    assertThat(seen).hasValue("a");
  }

  @Test
  void threadOfTheApplicationsOwnClassDoesToo() throws Exception {
    Thread own =
        new Thread() {
          @Override
          public void run() {
            seen.set(Request.here());
          }
        };
    try (Request request = Request.of("a")) {
      own.start();
      join(own);
    }
    assertThat(seen).hasValue("a");
  }

  @Test
  void threadStartedByNobodyKnowsOfNobody() throws Exception {
    try (Request request = Request.of("a")) {
      join(started(() -> {}));
    }
    join(started(() -> seen.set(Request.here())));
    assertThat(seen).hasValue("");
  }

  @Test
  void threadThatOutlivesTheRequestIsNotBelieved() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    Thread thread;
    try (Request request = Request.of("a")) {
      thread =
          started(
              () -> {
                String during = Request.here();
                await(ended);
                seen.set(during + " then " + Request.here());
              });
      Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING);
    }
    ended.countDown();
    join(thread);
    assertThat(seen).hasValue("a then ?");
  }

  @Test
  void firstThingThatAThreadDoesMayBeToHandOver() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (Request request = Request.of("a")) {
      join(started(() -> pool.execute(() -> seen.set(Request.here()))));
    }
    pool.shutdown();
    assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).hasValue("a");
  }

  @Test
  void startingAThreadTwiceFailsAsEver() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Thread thread =
        started(
            () -> {
              await(release);
              seen.set(Request.here());
            });
    try (Request request = Request.of("a")) {
      assertThatThrownBy(thread::start).isInstanceOf(IllegalThreadStateException.class);
    }
    release.countDown();
    join(thread);
    assertThat(seen).hasValue("");
  }

  @Test
  void threadsThatNeverAskAreForgottenWithTheirObjects() {
    TaskCarrier.clear();
    try (Request request = Request.of("a")) {
      for (int i = 0; i < 50; i++) {
        join(started(() -> {}));
      }
    }
    Awaitility.await()
        .untilAsserted(
            () -> {
              System.gc();
              TaskCarrier.expunge();
              assertThat(TaskCarrier.waiting()).isZero();
            });
  }

  private static Thread started(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
