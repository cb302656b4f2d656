/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.springsecurity;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Arrays;
import java.util.List;

/**
 * Weaves the holders of the security context: what is put there, and what the application takes
 * from there, is read as it passes. Nothing is asked for: a deferred context would load a session.
 */
public final class SpringSecurityExtension implements Extension {
  private static final String PACKAGE = "io.executoraccounting.extension.springsecurity.";
  private static final TypeSelector HOLDERS =
      TypeSelector.subtypesOf(
          "org.springframework.security.core.context.SecurityContextHolderStrategy");

  @Override
  public String name() {
    return "spring-security";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return Arrays.asList(
        WeavePoint.of(
            HOLDERS, named("setContext").and(takesArguments(1)), PACKAGE + "ContextSetHandler"),
        WeavePoint.of(
            HOLDERS, named("getContext").and(takesNoArguments()), PACKAGE + "ContextTakenHandler"));
  }
}
