/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TaskTableTest {
  private final TaskTable tasks = new TaskTable();
  private final FrameContext first = FrameContext.of(Frames.request("first"), false);
  private final FrameContext second = FrameContext.of(Frames.request("second"), false);

  @Test
  void eachContextIsTakenOnce() {
    Object task = new Object();
    tasks.add(task, 1, first);
    assertThat(tasks.take(task, 1)).isSameAs(first);
    assertThat(tasks.take(task, 1)).isNull();
  }

  @Test
  void sharedTaskGivesItsContextsInTheirOrder() {
    Object task = new Object();
    tasks.add(task, 1, first);
    tasks.add(task, 1, second);
    tasks.add(task, 1, FrameContext.EMPTY);
    assertThat(tasks.take(task, 1)).isSameAs(first);
    assertThat(tasks.take(task, 1)).isSameAs(second);
    assertThat(tasks.take(task, 1)).isSameAs(FrameContext.EMPTY);
    assertThat(tasks.take(task, 1)).isNull();
  }

  @Test
  void placesAreKeptApart() {
    Object task = new Object();
    tasks.add(task, 1, first);
    tasks.add(task, 2, second);
    assertThat(tasks.take(task, 2)).isSameAs(second);
    assertThat(tasks.take(task, 1)).isSameAs(first);
  }

  @Test
  void equalTasksAreKeptApart() {
    BigInteger one = new BigInteger("1000");
    BigInteger other = new BigInteger("1000");
    tasks.add(one, 1, first);
    assertThat(tasks.take(other, 1)).isNull();
  }

  @Test
  void takenBackIsGone() {
    Object task = new Object();
    tasks.add(task, 1, first);
    tasks.withdraw(task, 1, first);
    assertThat(tasks.take(task, 1)).isNull();
    assertThat(tasks.size()).isZero();
  }

  @Test
  void takingBackLeavesTheOthers() {
    Object task = new Object();
    tasks.add(task, 1, first);
    tasks.add(task, 1, second);
    tasks.withdraw(task, 1, first);
    assertThat(tasks.take(task, 1)).isSameAs(second);
    assertThat(tasks.take(task, 1)).isNull();
  }

  @Test
  void settingReplacesWhatWaited() {
    Object task = new Object();
    tasks.set(task, 1, first);
    tasks.set(task, 1, second);
    assertThat(tasks.take(task, 1)).isSameAs(second);
    assertThat(tasks.take(task, 1)).isNull();
  }

  @Test
  void forgetsTasksThatTheCollectorTook() {
    for (int i = 0; i < 1000; i++) {
      tasks.add(new Object(), 1, first);
    }
    await()
        .untilAsserted(
            () -> {
              System.gc();
              tasks.expunge();
              assertThat(tasks.size()).isZero();
            });
  }

  @Test
  void refusesMoreTasksThanTheLimit() {
    Object[] tooMany = new Object[TaskTable.MAX_TASKS + 10];
    for (int i = 0; i < tooMany.length; i++) {
      tooMany[i] = new Object();
      tasks.add(tooMany[i], 1, first);
    }
    assertThat(tasks.size()).isEqualTo(TaskTable.MAX_TASKS);
    assertThat(tasks.refused()).isEqualTo(10);
    assertThat(tasks.forgetsTasks()).isTrue();
  }

  @Test
  void runsOfASharedTaskBeyondTheLimitAreNotBelieved() {
    Object task = new Object();
    for (int i = 0; i < HandedOver.MAX_WAITING + 2; i++) {
      tasks.add(task, 1, first);
    }
    for (int i = 0; i < HandedOver.MAX_WAITING; i++) {
      tasks.take(task, 1);
    }
    assertThat(tasks.take(task, 1)).isSameAs(FrameContext.STALE);
    assertThat(tasks.take(task, 1)).isSameAs(FrameContext.STALE);
    assertThat(tasks.take(task, 1)).isNull();
  }

  @Test
  void threadsThatShareATaskLoseAndDoubleNothing() throws InterruptedException {
    Object task = new Object();
    int rounds = 20_000;
    AtomicInteger takenFirst = new AtomicInteger();
    AtomicInteger takenSecond = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    Thread[] threads = new Thread[4];
    for (int t = 0; t < threads.length; t++) {
      FrameContext mine = t % 2 == 0 ? first : second;
      threads[t] =
          new Thread(
              () -> {
                waitFor(go);
                for (int i = 0; i < rounds; i++) {
                  tasks.add(task, 1, mine);
                  FrameContext taken = tasks.take(task, 1);
                  (taken == first ? takenFirst : takenSecond).incrementAndGet();
                  assertThat(taken).isNotNull();
                }
              });
      threads[t].start();
    }
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(takenFirst).hasValue(2 * rounds);
    assertThat(takenSecond).hasValue(2 * rounds);
    assertThat(tasks.take(task, 1)).isNull();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
