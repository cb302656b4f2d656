/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameOrigin;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.bootstrap.TaskCarrier;
import io.executoraccounting.testing.WovenAgent;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThreadPoolTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new TaskExecutorExtension());

  private final CountDownLatch release = new CountDownLatch(1);
  private final List<Object> before = new CopyOnWriteArrayList<>();
  private final List<Object> after = new CopyOnWriteArrayList<>();
  private final List<String> betweenTasks = new CopyOnWriteArrayList<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>()) {
        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
          before.add(task);
        }

        @Override
        protected void afterExecute(Runnable task, Throwable thrown) {
          after.add(task);
          betweenTasks.add(Request.here());
        }
      };
  private final Runnable look = () -> seen.add(Request.here());

  @BeforeEach
  void forgetEarlierTests() {
    TaskCarrier.clear();
  }

  @AfterEach
  void stop() throws InterruptedException {
    release.countDown();
    pool.shutdown();
    assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void taskRunsForTheRequestThatHandedItOver() throws Exception {
    try (Request request = Request.of("a")) {
      pool.execute(look);
      assertThat(pool.submit(Request::here).get()).isEqualTo("a");
    }
    drain();
    assertThat(seen).containsExactly("a");
  }

  @Test
  void everyTaskOfInvokeAllRunsForTheRequest() throws Exception {
    List<Callable<String>> tasks = Arrays.asList(Request::here, Request::here);
    try (Request request = Request.of("a")) {
      for (Future<String> done : pool.invokeAll(tasks)) {
        assertThat(done.get()).isEqualTo("a");
      }
    }
  }

  @Test
  void taskIsBelievedThoughItsRequestEndedWhileItWaited() throws Exception {
    occupy();
    try (Request request = Request.of("a")) {
      pool.execute(look);
    }
    drain();
    assertThat(seen).containsExactly("a");
  }

  @Test
  void workerStartedInsideARequestDoesNotBelongToIt() throws Exception {
    try (Request request = Request.of("a")) {
      pool.execute(look);
      drain();
    }
    assertThat(seen).containsExactly("a");
    assertThat(betweenTasks).isNotEmpty().containsOnly("");
  }

  @Test
  void whatATaskLeavesOpenEndsWithIt() throws Exception {
    try (Request request = Request.of("a")) {
      pool.execute(
          () -> FrameStack.pushActing(ExecutorFrame.Kind.AGENT, ExecutorIdentity.agent("x")));
    }
    pool.execute(
        () -> FrameStack.pushInbound(ExecutorFrame.inbound(new FrameOrigin(null, 0), "leak")));
    pool.execute(look);
    drain();
    assertThat(seen).containsExactly("");
  }

  @Test
  void taskThatSubmitsItselfAgainDoesNotCarryItsRequestForEver() throws Exception {
    CountDownLatch rounds = new CountDownLatch(5);
    Request request = Request.of("a");
    CountDownLatch ended = new CountDownLatch(1);
    Runnable again =
        new Runnable() {
          @Override
          public void run() {
            await(ended);
            look.run();
            rounds.countDown();
            if (rounds.getCount() > 0) {
              pool.execute(this);
            }
          }
        };
    pool.execute(again);
    request.close();
    ended.countDown();
    assertThat(rounds.await(10, TimeUnit.SECONDS)).isTrue();
    drain();
    assertThat(seen).containsExactly("a", "?", "?", "?", "?");
  }

  @Test
  void exceptionOfATaskPassesUnchanged() throws Exception {
    IllegalStateException thrown = new IllegalStateException("of the application");
    try (Request request = Request.of("a")) {
      Future<?> failed =
          pool.submit(
              () -> {
                throw thrown;
              });
      assertThatThrownBy(failed::get).isInstanceOf(ExecutionException.class).hasCause(thrown);
    }
    pool.execute(look);
    drain();
    assertThat(seen).containsExactly("");
  }

  @Test
  void poolSeesTheApplicationsOwnTask() throws Exception {
    occupy();
    try (Request request = Request.of("a")) {
      pool.execute(look);
    }
    assertThat(pool.getQueue()).containsExactly(look);
    drain();
    assertThat(before).contains(look);
    assertThat(after).contains(look);
  }

  @Test
  void removedTaskIsTheApplicationsOwnAndLeavesNothing() {
    occupy();
    try (Request request = Request.of("a")) {
      pool.execute(look);
    }
    assertThat(pool.remove(look)).isTrue();
    assertThat(TaskCarrier.waiting()).isZero();
  }

  @Test
  void shutdownReturnsTheApplicationsOwnTasksAndLeavesNothing() {
    occupy();
    try (Request request = Request.of("a")) {
      pool.execute(look);
      pool.execute(look);
    }
    assertThat(pool.shutdownNow()).containsExactly(look, look);
    try (Request request = Request.of("b")) {
      assertThat(
              runIn(new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>())))
          .isEqualTo("b");
    }
  }

  @Test
  void rejectionHandlerSeesTheApplicationsOwnTask() {
    AtomicReference<Object> rejected = new AtomicReference<>();
    ThreadPoolExecutor full = full((task, by) -> rejected.set(task));
    full.execute(look);
    assertThat(rejected).hasValue(look);
    release.countDown();
    full.shutdownNow();
  }

  @Test
  void abortedTaskLeavesNothing() {
    ThreadPoolExecutor full = full(new ThreadPoolExecutor.AbortPolicy());
    int waiting = TaskCarrier.waiting();
    try (Request request = Request.of("a")) {
      assertThatThrownBy(() -> full.execute(look)).isInstanceOf(RejectedExecutionException.class);
    }
    assertThat(TaskCarrier.waiting()).isEqualTo(waiting);
    full.shutdownNow();
  }

  @Test
  void callersOwnRunIsTheCallersAndLeavesNothing() {
    ThreadPoolExecutor full = full(new ThreadPoolExecutor.CallerRunsPolicy());
    int waiting = TaskCarrier.waiting();
    try (Request request = Request.of("a")) {
      full.execute(look);
      assertThat(Request.here()).isEqualTo("a");
    }
    assertThat(seen).containsExactly("a");
    assertThat(TaskCarrier.waiting()).isEqualTo(waiting);
    full.shutdownNow();
  }

  @Test
  void handlerThatWaitsForRoomInTheQueueLosesNoContext() throws Exception {
    ThreadPoolExecutor full =
        full(
            (task, by) -> {
              release.countDown();
              put(by, task);
            });
    try (Request request = Request.of("a")) {
      full.execute(look);
    }
    full.shutdown();
    assertThat(full.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsExactly("a");
  }

  @Test
  void taskThatTheOldestMadeRoomForKeepsItsContext() throws Exception {
    ThreadPoolExecutor full = full(new ThreadPoolExecutor.DiscardOldestPolicy());
    for (String name : Arrays.asList("a", "b", "c")) {
      try (Request request = Request.of(name)) {
        full.execute(look);
      }
    }
    release.countDown();
    full.shutdown();
    assertThat(full.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsExactly("c");
  }

  @Test
  void weavesEveryMethodItNames() {
    assertThat(agent.lines()).isEmpty();
  }

  /** A pool of one worker, which is busy, and one place, which is taken. */
  private ThreadPoolExecutor full(RejectedExecutionHandler handler) {
    ThreadPoolExecutor full =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), handler);
    occupy(full);
    full.execute(() -> {});
    return full;
  }

  private String runIn(ThreadPoolExecutor other) {
    other.execute(look);
    other.shutdown();
    try {
      assertThat(other.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return seen.get(seen.size() - 1);
  }

  private void occupy() {
    occupy(pool);
  }

  private void occupy(ThreadPoolExecutor pool) {
    CountDownLatch busy = new CountDownLatch(1);
    pool.execute(
        () -> {
          busy.countDown();
          await(release);
        });
    await(busy);
  }

  /** Waits until the pool has run all that it was given. */
  private void drain() throws Exception {
    release.countDown();
    pool.submit(() -> {}).get(10, TimeUnit.SECONDS);
  }

  private static void put(ThreadPoolExecutor pool, Runnable task) {
    try {
      pool.getQueue().put(task);
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
