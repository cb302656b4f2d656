/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.servlet3;

import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Weaves every servlet and filter, of which the outermost stands for the request, and what tells
 * that an asynchronous request is over or whom the application authenticated.
 */
public final class ServletExtension implements Extension {
  private static final String PACKAGE = "io.executoraccounting.extension.servlet3.";

  @Override
  public String name() {
    return "servlet-3.0";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return Arrays.asList(
        WeavePoint.of(
            TypeSelector.subtypesOf("javax.servlet.Servlet"),
            takesRequestAndResponse(named("service"), 2),
            PACKAGE + "ServiceHandler"),
        WeavePoint.of(
            TypeSelector.subtypesOf("javax.servlet.Filter"),
            takesRequestAndResponse(named("doFilter"), 3),
            PACKAGE + "ServiceHandler"),
        WeavePoint.of(
            TypeSelector.subtypesOf("javax.servlet.AsyncContext"),
            named("complete").and(takesNoArguments()),
            PACKAGE + "AsyncCompleteHandler"),
        WeavePoint.of(
            TypeSelector.subtypesOf("javax.servlet.AsyncListener"),
            named("onComplete").and(takesArguments(1)).and(not(isStatic())),
            PACKAGE + "AsyncListenerHandler"),
        WeavePoint.of(
            TypeSelector.subtypesOf("javax.servlet.http.HttpServletRequest"),
            named("getUserPrincipal").and(takesNoArguments()),
            PACKAGE + "UserPrincipalHandler"));
  }

  private static ElementMatcher<MethodDescription> takesRequestAndResponse(
      ElementMatcher.Junction<MethodDescription> method, int parameters) {
    return method
        .and(not(isStatic()))
        .and(takesArguments(parameters))
        .and(takesArgument(0, named("javax.servlet.ServletRequest")))
        .and(takesArgument(1, named("javax.servlet.ServletResponse")));
  }
}
