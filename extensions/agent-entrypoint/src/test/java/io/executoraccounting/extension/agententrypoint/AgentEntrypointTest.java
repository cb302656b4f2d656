/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.agententrypoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.bootstrap.ExecutorAccounting;
import io.executoraccounting.bootstrap.ExecutorAgent;
import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.extension.agententrypoint.AgentEntrypointTest.Bots.SupportBot;
import io.executoraccounting.spi.Extension;
import io.executoraccounting.testing.WovenAgent;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AgentEntrypointTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(configured());

  private static Extension configured() {
    AgentEntrypointExtension extension = new AgentEntrypointExtension();
    String name = "io.executoraccounting.extension.agententrypoint.AgentEntrypointTest$Plain";
    extension.configure(() -> Arrays.asList(name + "#run", name + "$Inner#turn"));
    return extension;
  }

  @Test
  void annotatedMethodIsTheAgentsTurn() {
    assertThat(new SupportBot().named(AgentEntrypointTest::here)).isEqualTo("agent:triage");
    assertThat(here()).isEmpty();
  }

  @Test
  void agentWithoutANameIsCalledByItsClass() {
    assertThat(new SupportBot().unnamed(AgentEntrypointTest::here)).isEqualTo("agent:SupportBot");
  }

  @Test
  void frameworkAndToolAreSaid() {
    ExecutorIdentity tool = new SupportBot().tool(() -> FrameStack.current().top().identity());
    assertThat(tool.framework()).isEqualTo("langchain4j");
    assertThat(tool.tool()).isEqualTo("refund");
  }

  @Test
  void toolRunsInsideTheTurnThatCalledIt() {
    SupportBot bot = new SupportBot();
    String both = bot.named(() -> bot.tool(AgentEntrypointTest::here));
    assertThat(both).isEqualTo("agent:triage+refund agent:triage");
  }

  @Test
  void staticMethodMayBeATurn() {
    assertThat(SupportBot.ofClass(AgentEntrypointTest::here)).isEqualTo("agent:static");
  }

  @Test
  void configuredMethodIsTheAgentsTurn() {
    assertThat(new Plain().run(AgentEntrypointTest::here)).isEqualTo("agent:Plain");
    assertThat(new Plain().run(1, AgentEntrypointTest::here)).isEqualTo("agent:Plain");
  }

  @Test
  void methodOfThatClassThatIsNotNamedIsNobodysTurn() {
    assertThat(new Plain().other(AgentEntrypointTest::here)).isEmpty();
  }

  @Test
  void nestedClassIsConfiguredByItsBinaryName() {
    assertThat(new Plain.Inner().turn(AgentEntrypointTest::here)).isEqualTo("agent:Inner");
  }

  @Test
  void turnEndsAlsoWhenItThrows() {
    IllegalStateException thrown = new IllegalStateException("of the application");
    assertThatThrownBy(
            () ->
                new SupportBot()
                    .named(
                        () -> {
                          throw thrown;
                        }))
        .isSameAs(thrown);
    assertThat(here()).isEmpty();
  }

  @Test
  void turnThatReturnsAStageLeavesNothingOnTheThread() {
    CompletionStage<String> stage = new SupportBot().async(new CompletableFuture<>());
    assertThat(here()).isEmpty();
    assertThat(stage.toCompletableFuture()).isNotDone();
  }

  @Test
  void runAsInsideATurnActs() throws Exception {
    String inside =
        new SupportBot()
            .named(
                () -> {
                  String[] seen = new String[1];
                  ExecutorAccounting.runAs(
                      ExecutorIdentity.agent("helper"), () -> seen[0] = here());
                  return seen[0];
                });
    assertThat(inside).isEqualTo("agent:helper agent:triage");
  }

  private static String here() {
    StringBuilder ids = new StringBuilder();
    for (ExecutorFrame frame = FrameStack.current().top(); frame != null; frame = frame.parent()) {
      ExecutorIdentity identity = frame.identity();
      ids.append(ids.length() == 0 ? "" : " ").append(identity.id());
      ids.append(identity.tool() == null ? "" : "+" + identity.tool());
    }
    return ids.toString();
  }

  static final class Bots {
    static class SupportBot {
      @ExecutorAgent("triage")
      String named(Supplier<String> turn) {
        return turn.get();
      }

      @ExecutorAgent
      String unnamed(Supplier<String> turn) {
        return turn.get();
      }

      @ExecutorAgent(value = "triage", framework = "langchain4j", tool = "refund")
      <T> T tool(Supplier<T> turn) {
        return turn.get();
      }

      @ExecutorAgent("static")
      static String ofClass(Supplier<String> turn) {
        return turn.get();
      }

      @ExecutorAgent("async")
      CompletionStage<String> async(CompletableFuture<String> later) {
        return later;
      }
    }
  }

  static class Plain {
    String run(Supplier<String> turn) {
      return turn.get();
    }

    String run(int round, Supplier<String> turn) {
      return turn.get();
    }

    String other(Supplier<String> turn) {
      return turn.get();
    }

    static class Inner {
      String turn(Supplier<String> turn) {
        return turn.get();
      }
    }
  }
}
