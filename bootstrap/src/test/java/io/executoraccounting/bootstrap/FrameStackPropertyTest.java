/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random use of one thread and its tasks, compared with a list that remembers everything. */
class FrameStackPropertyTest {
  enum Step {
    REQUEST,
    AGENT,
    CLOSE,
    END,
    SUBMIT,
    SUBMIT_SHARED,
    BEGIN,
    RETURN
  }

  /** A step, and which of the scopes, requests or tasks there are it is about. */
  static final class Move {
    final Step step;
    final int which;

    Move(Step step, int which) {
      this.step = step;
      this.which = which;
    }

    @Override
    public String toString() {
      return step + " " + which;
    }
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(Arbitraries.of(Step.class), Arbitraries.integers().between(0, 5))
        .as(Move::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(seed = "20261124", tries = 2000)
  void agreesWithANaiveAccount(@ForAll("moves") List<Move> moves) {
    ThreadFrames.current().innermost = null;
    Account account = new Account();
    try {
      for (Move move : moves) {
        account.make(move);
        assertThat(Frames.here()).isEqualTo(account.expected());
      }
    } finally {
      account.returnFromAll();
      ThreadFrames.current().innermost = null;
    }
  }

  /** One entry of the naive stack; a task's entry is the floor for what is pushed above it. */
  private static final class Entry {
    final FrameScope scope;
    final String names;
    final ExecutorFrame origin;
    final boolean task;
    final ExecutorFrame believed;
    final boolean overStale;

    Entry(
        FrameScope scope,
        String names,
        ExecutorFrame origin,
        boolean task,
        ExecutorFrame believed,
        boolean overStale) {
      this.scope = scope;
      this.names = names;
      this.origin = origin;
      this.task = task;
      this.believed = believed;
      this.overStale = overStale;
    }
  }

  private static final class Task {
    final Runnable object;
    final String names;
    final ExecutorFrame origin;
    final boolean stale;

    Task(Runnable object, String names, ExecutorFrame origin, boolean stale) {
      this.object = object;
      this.names = names;
      this.origin = origin;
      this.stale = stale;
    }

    boolean waitsWith(FrameContext context) {
      return Frames.names(context).equals(stale ? (names + " ?").trim() : names);
    }
  }

  private static final class Account {
    private final Object pool = new Object();
    private final Runnable shared = () -> {};
    private final List<FrameScope> scopes = new ArrayList<>();
    private final List<ExecutorFrame> requests = new ArrayList<>();
    private final List<Task> waiting = new ArrayList<>();
    private final Deque<Entry> stack = new ArrayDeque<>();
    private int names;

    void make(Move move) {
      switch (move.step) {
        case REQUEST:
          request();
          break;
        case AGENT:
          agent();
          break;
        case CLOSE:
          close(move.which);
          break;
        case END:
          if (!requests.isEmpty()) {
            requests.get(move.which % requests.size()).origin().end();
          }
          break;
        case SUBMIT:
          submit(() -> {});
          break;
        case SUBMIT_SHARED:
          submit(shared);
          break;
        case BEGIN:
          begin(move.which);
          break;
        default:
          returnFromTask();
      }
    }

    String expected() {
      Entry top = stack.peek();
      if (top == null) {
        return "";
      }
      if (ended(top.origin) && top.origin != top.believed) {
        return "?";
      }
      return top.overStale ? (top.names + " ?").trim() : top.names;
    }

    private static boolean ended(ExecutorFrame origin) {
      return origin != null && origin.origin().ended();
    }

    private ExecutorFrame believed() {
      return stack.isEmpty() ? null : stack.peek().believed;
    }

    private void request() {
      ExecutorFrame request = Frames.request("r" + names++);
      while (!stack.isEmpty()
          && !stack.peek().task
          && ended(stack.peek().origin)
          && stack.peek().origin != stack.peek().believed) {
        stack.pop();
      }
      FrameScope scope = FrameStack.pushInbound(request);
      stack.push(new Entry(scope, (String) request.facts(), request, false, believed(), false));
      requests.add(request);
      scopes.add(scope);
    }

    private void agent() {
      String around = expected();
      boolean stale = around.endsWith("?");
      String believable = around.replace("?", "").trim();
      String name = "a" + names++;
      FrameScope scope = Frames.agent(name);
      ExecutorFrame origin = stack.isEmpty() || believable.isEmpty() ? null : stack.peek().origin;
      ExecutorFrame own = origin == null ? scope.frame() : origin;
      stack.push(new Entry(scope, (name + " " + believable).trim(), own, false, believed(), stale));
      scopes.add(scope);
    }

    private void close(int which) {
      if (scopes.isEmpty()) {
        return;
      }
      FrameScope scope = scopes.get(which % scopes.size());
      scope.close();
      if (stack.stream().anyMatch(entry -> entry.scope == scope)) {
        while (stack.pop().scope != scope) {
          // what is above goes with it
        }
      }
    }

    private void submit(Runnable object) {
      Entry top = stack.peek();
      boolean ended = top != null && ended(top.origin);
      waiting.add(
          new Task(
              object,
              top == null || ended ? "" : top.names,
              top == null || ended ? null : top.origin,
              ended || top != null && top.overStale));
      PooledTasks.accepted(object, pool);
    }

    private void begin(int which) {
      if (waiting.isEmpty()) {
        return;
      }
      Runnable object = waiting.get(which % waiting.size()).object;
      FrameContext found = TaskCarrier.TASKS.take(object, System.identityHashCode(pool));
      FrameContext handed = found == null ? FrameContext.EMPTY : found;
      // Runs of one object are alike: which of its contexts a run gets is free, each is used once.
      Task task =
          waiting.stream().filter(t -> t.object == object && t.waitsWith(handed)).findFirst().get();
      waiting.remove(task);
      FrameScope scope = FrameStack.attach(handed);
      stack.push(new Entry(scope, task.names, task.origin, true, task.origin, task.stale));
    }

    private void returnFromTask() {
      if (stack.stream().noneMatch(entry -> entry.task)) {
        return;
      }
      Entry entry = stack.pop();
      while (!entry.task) {
        entry = stack.pop();
      }
      entry.scope.close();
    }

    void returnFromAll() {
      for (Task task : waiting) {
        TaskCarrier.TASKS.take(task.object, System.identityHashCode(pool));
      }
    }
  }
}
