/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import static io.executoraccounting.bootstrap.Frames.here;
import static io.executoraccounting.bootstrap.Frames.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PooledTasksTest {
  private final Object pool = new Object();
  private final List<String> seen = new ArrayList<>();
  private final Runnable shared = () -> seen.add(here());

  @Test
  void requestWhoseTaskWasRejectedIsNotThatOfTheNextWhoSubmitsIt() throws InterruptedException {
    try (FrameScope request = FrameStack.pushInbound(request("r"))) {
      PooledTasks.accepted(shared, pool);
      PooledTasks.rejected(shared, pool);
    }
    PooledTasks.accepted(shared, pool);
    work(() -> PooledTasks.run(shared));
    assertThat(seen).containsExactly("?");
  }

  @Test
  void taskThatARejectionHandlerPutIntoTheQueueRunsForItsRequest() throws InterruptedException {
    try (FrameScope request = FrameStack.pushInbound(request("r"))) {
      PooledTasks.accepted(shared, pool);
      PooledTasks.rejected(shared, pool);
    }
    work(() -> PooledTasks.run(shared));
    assertThat(seen).containsExactly("r");
  }

  private void work(Runnable work) throws InterruptedException {
    Thread worker =
        new Thread(
            () -> {
              PooledTasks.serves(pool);
              work.run();
            });
    worker.start();
    worker.join();
  }
}
