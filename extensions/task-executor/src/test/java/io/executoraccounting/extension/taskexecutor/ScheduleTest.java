/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.WovenAgent;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A task for once belongs to who scheduled it, a repeated one to its schedule. */
class ScheduleTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new TaskExecutorExtension());

  private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
  private final Timer timer = new Timer();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch twice = new CountDownLatch(2);

  @AfterEach
  void stop() throws InterruptedException {
    timer.cancel();
    pool.shutdownNow();
    assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void poolRunsADelayedTaskForItsRequest() throws Exception {
    Callable<String> task = Request::here;
    try (Request request = Request.of("a")) {
      assertThat(pool.schedule(task, 1, TimeUnit.MILLISECONDS).get()).isEqualTo("a");
      assertThat(pool.submit(task).get()).isEqualTo("a");
    }
    assertThat(pool.submit(task).get()).isEmpty();
  }

  @Test
  void poolRunsAtAFixedRateForNobody() throws Exception {
    try (Request request = Request.of("a")) {
      pool.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.MILLISECONDS);
      assertThat(Request.here()).isEqualTo("a");
      assertSeenTwiceForNobody();
    }
  }

  @Test
  void poolRunsWithAFixedDelayForNobody() throws Exception {
    try (Request request = Request.of("a")) {
      pool.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.MILLISECONDS);
      assertSeenTwiceForNobody();
    }
  }

  @Test
  void timerRunsATaskForItsRequest() throws Exception {
    try (Request request = Request.of("a")) {
      timer.schedule(task(), 1);
    }
    timer.schedule(task(), 2);
    assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsExactly("a", "");
  }

  @Test
  void timerRepeatsForNobody() throws Exception {
    try (Request request = Request.of("a")) {
      timer.schedule(task(), 0, 1);
      assertSeenTwiceForNobody();
    }
  }

  @Test
  void timerThatRefusesATaskLeavesItsFirstContextAlone() throws Exception {
    TimerTask task = task();
    try (Request request = Request.of("a")) {
      timer.schedule(task, 50);
    }
    try (Request request = Request.of("b")) {
      timer.schedule(task, 0);
    } catch (IllegalStateException alreadyScheduled) {
      twice.countDown();
    }
    assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsExactly("a");
  }

  private void assertSeenTwiceForNobody() throws InterruptedException {
    assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsOnly("");
  }

  private TimerTask task() {
    return new TimerTask() {
      @Override
      public void run() {
        look();
      }
    };
  }

  private void look() {
    seen.add(Request.here());
    twice.countDown();
  }
}
