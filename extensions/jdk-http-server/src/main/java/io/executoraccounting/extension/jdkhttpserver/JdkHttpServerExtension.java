/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdkhttpserver;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Arrays;
import java.util.List;

/** Weaves the filter chain, through which each exchange passes, and the ends of an exchange. */
public final class JdkHttpServerExtension implements Extension {
  private static final String PACKAGE = "io.executoraccounting.extension.jdkhttpserver.";
  private static final TypeSelector EXCHANGES =
      TypeSelector.named(
          "sun.net.httpserver.HttpExchangeImpl", "sun.net.httpserver.HttpsExchangeImpl");

  @Override
  public String name() {
    return "jdk-http-server";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return Arrays.asList(
        WeavePoint.of(
            TypeSelector.named("com.sun.net.httpserver.Filter$Chain"),
            named("doFilter"),
            PACKAGE + "FilterChainHandler"),
        WeavePoint.of(EXCHANGES, named("sendResponseHeaders"), PACKAGE + "ResponseSentHandler"),
        WeavePoint.of(
            EXCHANGES, named("close").and(takesNoArguments()), PACKAGE + "ExchangeClosedHandler"));
  }
}
