/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static net.bytebuddy.matcher.ElementMatchers.isAnnotatedWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.weaving.fixture.FixtureExtension;
import io.executoraccounting.agent.weaving.fixture.TracingHandler;
import io.executoraccounting.bootstrap.ExecutorAgent;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import org.junit.jupiter.api.Test;

class MentionTest {
  private static final String ANNOTATION = ExecutorAgent.class.getName();

  @Test
  void weavesAnnotatedMethodsAlone() {
    WeavePoint point =
        WeavePoint.of(
            TypeSelector.withMethodAnnotatedBy(ANNOTATION),
            isAnnotatedWith(named(ANNOTATION)),
            TracingHandler.class.getName());
    try (TestEngine engine = new TestEngine(new FixtureExtension("annotated", point))) {
      Bot bot = new Bot();
      bot.other();
      bot.turn();

      assertThat(Seen.EVENTS).containsExactly("enter 0", "entered exit turn");
    }
  }

  static final class Bot {
    @ExecutorAgent("bot")
    String turn() {
      return "turn";
    }

    String other() {
      return "other";
    }
  }
}
