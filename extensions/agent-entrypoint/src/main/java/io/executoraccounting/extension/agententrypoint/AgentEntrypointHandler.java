/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.agententrypoint;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.MethodAnnotation;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** One turn, or one tool call, from entry to return. */
public final class AgentEntrypointHandler {
  private AgentEntrypointHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(
      @Advice.Origin("#t") String className,
      @MethodAnnotation(type = AgentEntrypointExtension.ANNOTATION, member = "value") String name,
      @MethodAnnotation(type = AgentEntrypointExtension.ANNOTATION, member = "framework")
          String framework,
      @MethodAnnotation(type = AgentEntrypointExtension.ANNOTATION, member = "tool") String tool) {
    AccountingService service = Accounting.service();
    if (service == null) {
      return null;
    }
    ExecutorIdentity agent = ExecutorIdentity.agent(name.isEmpty() ? simple(className) : name);
    if (!framework.isEmpty()) {
      agent = agent.withFramework(framework);
    }
    return service.agentBegan(tool.isEmpty() ? agent : agent.withTool(tool));
  }

  /**
   * A method that returns before its work is done, such as one that returns a {@code
   * CompletionStage}, leaves nothing on this thread; what it handed over took its frames along.
   */
  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object turn, @Advice.Thrown @Nullable Throwable thrown) {
    if (!(turn instanceof FrameScope)) {
      return;
    }
    AccountingService service = Accounting.service();
    if (service == null) {
      // The agent was detached while the turn ran.
      ((FrameScope) turn).close();
    } else {
      service.agentEnded((FrameScope) turn, CallOutcome.of(thrown));
    }
  }

  private static String simple(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
