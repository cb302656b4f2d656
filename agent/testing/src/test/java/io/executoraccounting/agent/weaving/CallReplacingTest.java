/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.agent.weaving.fixture.FixtureExtension;
import io.executoraccounting.agent.weaving.fixture.TracingHandler;
import io.executoraccounting.spi.CallReplacement;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import org.junit.jupiter.api.Test;

class CallReplacingTest {
  private static final TypeSelector WORKER = TypeSelector.named(Worker.class.getName());

  @Test
  void callsTheReplacementWithTheSameReceiver() {
    try (TestEngine engine = new TestEngine(replacing("java.lang.Runnable", "work"))) {
      new Worker().work(() -> Seen.add("task"));

      assertThat(Seen.EVENTS).containsExactly("before", "task", "after");
      assertThat(engine.lines).isEmpty();
    }
  }

  @Test
  void passesOnWhatTheCallThrows() {
    try (TestEngine engine = new TestEngine(replacing("java.lang.Runnable", "work"))) {
      Runnable failing =
          () -> {
            throw new IllegalStateException("of the task");
          };

      assertThatThrownBy(() -> new Worker().work(failing)).hasMessage("of the task");
    }
  }

  @Test
  void saysSoWhereTheCallIsNotMade() {
    try (TestEngine engine = new TestEngine(replacing("java.lang.Runnable", "idle"))) {
      assertThat(new Worker().idle()).isEqualTo("idle");

      assertThat(engine.lines).hasSize(1);
      assertThat(engine.lines.get(0))
          .startsWith(
              "replacing: "
                  + Worker.class.getName()
                  + ".idle does not call java.lang.Runnable.run");
    }
  }

  @Test
  void leavesCallsOfOtherTypesAlone() {
    try (TestEngine engine = new TestEngine(replacing("java.lang.Thread", "work"))) {
      new Worker().work(() -> Seen.add("task"));

      assertThat(Seen.EVENTS).containsExactly("task");
    }
  }

  @Test
  void composesWithHandlers() {
    FixtureExtension handling =
        new FixtureExtension(
            "handling", WeavePoint.of(WORKER, named("work"), TracingHandler.class.getName()));
    try (TestEngine engine = new TestEngine(replacing("java.lang.Runnable", "work"), handling)) {
      new Worker().work(() -> Seen.add("task"));

      assertThat(Seen.EVENTS)
          .containsExactly("enter 1", "before", "task", "after", "entered exit null");
    }
  }

  private static FixtureExtension replacing(String owner, String method) {
    CallReplacement replacement = CallReplacement.of(owner, "run", "()V", Around.class.getName());
    return new FixtureExtension(
        "replacing", WeavePoint.replacingCall(WORKER, named(method), replacement));
  }

  /** Stands for a class of bootstrap. */
  public static final class Around {
    private Around() {}

    public static void run(Runnable task) {
      Seen.add("before");
      task.run();
      Seen.add("after");
    }
  }

  static final class Worker {
    void work(Runnable task) {
      task.run();
    }

    String idle() {
      return "idle";
    }
  }
}
