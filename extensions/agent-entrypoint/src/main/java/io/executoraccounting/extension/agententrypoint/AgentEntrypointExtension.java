/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.agententrypoint;

import static net.bytebuddy.matcher.ElementMatchers.isAnnotatedWith;
import static net.bytebuddy.matcher.ElementMatchers.isSynthetic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.ExtensionSettings;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/** {@code @ExecutorAgent}, and {@code executor.agent.entrypoints}. */
public final class AgentEntrypointExtension implements Extension {
  static final String ANNOTATION = "io.executoraccounting.bootstrap.ExecutorAgent";

  private List<String> entrypoints = Collections.emptyList();

  @Override
  public String name() {
    return "agent-entrypoint";
  }

  @Override
  public void configure(ExtensionSettings settings) {
    entrypoints = settings.agentEntrypoints();
  }

  @Override
  public List<WeavePoint> weavePoints() {
    ElementMatcher.Junction<MethodDescription> annotated =
        isAnnotatedWith(named(ANNOTATION)).and(not(isSynthetic()));
    List<WeavePoint> points = new ArrayList<>();
    points.add(
        WeavePoint.of(
            TypeSelector.withMethodAnnotatedBy(ANNOTATION),
            annotated,
            AgentEntrypointHandler.class.getName()));
    for (String entrypoint : entrypoints) {
      int hash = entrypoint.indexOf('#');
      points.add(
          WeavePoint.of(
              TypeSelector.named(entrypoint.substring(0, hash)),
              // One that is annotated as well is woven by its annotation, and once.
              ElementMatchers.<MethodDescription>named(entrypoint.substring(hash + 1))
                  .and(not(isSynthetic()))
                  .and(not(annotated)),
              AgentEntrypointHandler.class.getName()));
    }
    return points;
  }
}
