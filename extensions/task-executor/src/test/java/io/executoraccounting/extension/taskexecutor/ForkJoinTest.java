/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.bootstrap.FrameContext;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.testing.WovenAgent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ForkJoinTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new TaskExecutorExtension());

  private final ForkJoinPool pool = new ForkJoinPool(2);
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  @AfterEach
  void stop() throws InterruptedException {
    pool.shutdown();
    assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void tasksRunForTheRequestThatHandedThemOver() throws Exception {
    Callable<String> here = Request::here;
    try (Request request = Request.of("a")) {
      assertThat(pool.submit(here).get()).isEqualTo("a");
      assertThat(pool.invoke(ForkJoinTask.adapt(here))).isEqualTo("a");
      assertThat(pool.invokeAll(Collections.singletonList(here)).get(0).get()).isEqualTo("a");
    }
    assertThat(pool.submit(here).get()).isEmpty();
  }

  @Test
  void parallelStreamRunsForItsRequest() {
    try (Request request = Request.of("a")) {
      assertThat(
              IntStream.range(0, 10_000).parallel().mapToObj(i -> Request.here()).collect(toSet()))
          .containsExactly("a");
    }
  }

  @Test
  void parallelStreamsOfTwoRequestsAreKeptApart() throws Exception {
    Thread[] threads = new Thread[4];
    Set<String> mistaken = ConcurrentHashMap.newKeySet();
    for (int t = 0; t < threads.length; t++) {
      String name = t == 0 ? "" : "r" + t;
      Runnable stream =
          () ->
              IntStream.range(0, 20_000)
                  .parallel()
                  .forEach(
                      i -> {
                        if (!Request.here().equals(name)) {
                          mistaken.add(name + " was " + Request.here());
                        }
                      });
      threads[t] =
          new Thread(
              () -> {
                if (name.isEmpty()) {
                  stream.run();
                  return;
                }
                try (Request request = Request.of(name)) {
                  stream.run();
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(mistaken).isEmpty();
  }

  @Test
  void dividedTaskRunsForItsRequestInAllItsParts() {
    try (Request request = Request.of("a")) {
      pool.invoke(new Divided(256, true));
    }
    assertThat(seen).containsExactly("a");
  }

  @Test
  void taskDividedOnTheRequestsOwnThreadRunsForIt() {
    try (Request request = Request.of("a")) {
      new Divided(16, false).invoke();
      ForkJoinTask.invokeAll(new Divided(16, true), new Divided(16, false));
      ForkJoinTask.invokeAll(new ArrayList<>(Arrays.asList(new Divided(1, true))));
      assertThat(Request.here()).isEqualTo("a");
    }
    assertThat(seen).containsExactly("a");
  }

  @Test
  void whoWaitsForAResultDoesNotLendItsRequestToTheTasksOfOthers() throws Exception {
    ForkJoinPool single = new ForkJoinPool(1);
    List<ForkJoinTask<?>> others = new ArrayList<>();
    ForkJoinTask<?> waiting;
    try (Request request = Request.of("a")) {
      waiting =
          single.submit(
              () -> {
                Thread stranger =
                    new Thread(
                        () -> {
                          FrameScope nobody = FrameStack.attach(FrameContext.EMPTY);
                          others.add(single.submit(() -> seen.add(Request.here())));
                          CompletableFuture.runAsync(() -> seen.add(Request.here()), single);
                          nobody.close();
                        });
                stranger.start();
                join(stranger);
                ForkJoinTask.helpQuiesce();
                others.get(0).join();
                seen.add("then " + Request.here());
              });
    }
    waiting.get(10, TimeUnit.SECONDS);
    single.shutdown();
    assertThat(single.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsExactlyInAnyOrder("", "then a");
  }

  @Test
  void taskTakenBackAndForkedAgainBelongsToWhoForkedItLast() throws Exception {
    ForkJoinTask<String> task = ForkJoinTask.adapt((Callable<String>) Request::here);
    // With a second worker the task may be stolen before it is taken back.
    ForkJoinPool single = new ForkJoinPool(1);
    single
        .submit(
            () -> {
              try (Request request = Request.of("a")) {
                task.fork();
                assertThat(task.tryUnfork()).isTrue();
              }
              task.fork();
              seen.add(task.join());
            })
        .get(10, TimeUnit.SECONDS);
    single.shutdown();
    assertThat(seen).containsExactly("");
  }

  @Test
  void exceptionOfATaskPassesUnchanged() {
    IllegalStateException thrown = new IllegalStateException("of the application");
    try (Request request = Request.of("a")) {
      assertThatThrownBy(
              () ->
                  new RecursiveAction() {
                    @Override
                    protected void compute() {
                      throw thrown;
                    }
                  }.invoke())
          .isSameAs(thrown);
      assertThat(Request.here()).isEqualTo("a");
    }
  }

  @Test
  void nothingIsLeftOnTheWorkers() throws Exception {
    try (Request request = Request.of("a")) {
      pool.invoke(new Divided(64, true));
    }
    for (int i = 0; i < 20; i++) {
      assertThat(pool.submit((Callable<String>) Request::here).get()).isEmpty();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Looks around in every leaf. */
  private final class Divided extends RecursiveAction {
    private static final long serialVersionUID = 1;
    private final int leaves;
    private final boolean byFork;

    Divided(int leaves, boolean byFork) {
      this.leaves = leaves;
      this.byFork = byFork;
    }

    @Override
    protected void compute() {
      if (leaves == 1) {
        seen.add(Request.here());
        return;
      }
      Divided left = new Divided(leaves / 2, byFork);
      Divided right = new Divided(leaves / 2, byFork);
      if (byFork) {
        left.fork();
        right.fork();
        right.join();
        left.join();
      } else {
        invokeAll(left, right);
      }
    }
  }
}
