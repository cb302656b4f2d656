/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.OpenedPackage;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Where the client of Java 11 to 25 starts a call of the application ({@code MultiExchange}), and
 * where it sends each request that the call takes ({@code Exchange}): redirects, answers to
 * challenges and repeated attempts pass there one by one; and where bodies pass. Nothing is
 * subscribed to: the application's future has the dependents that it would have without the agent.
 */
public final class JavaHttpClientExtension implements Extension {
  private static final String INTERNALS = "jdk.internal.net.http";
  private static final String CALL = INTERNALS + ".MultiExchange";
  private static final String EXCHANGE = INTERNALS + ".Exchange";

  /** What stands before the application's receiver of a body: until Java 19, and from 20 on. */
  private static final TypeSelector RECEIVERS =
      TypeSelector.named(
          INTERNALS + ".Http1Response$Http1BodySubscriber",
          INTERNALS + ".common.HttpBodySubscriberWrapper");

  private static final String HANDLERS = "io.executoraccounting.extension.javahttpclient.";

  @Override
  public String name() {
    return "java-http-client";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return Arrays.asList(
        WeavePoint.of(
            TypeSelector.named(CALL),
            named("responseAsync").and(takesArguments(1)),
            HANDLERS + "CallHandler"),
        WeavePoint.of(
            TypeSelector.named(EXCHANGE),
            named("responseAsync").and(takesNoArguments()),
            HANDLERS + "RequestHandler"),
        WeavePoint.of(
            TypeSelector.named(CALL), named("responseFilters"), HANDLERS + "ResponseHandler"),
        WeavePoint.of(
            TypeSelector.named(CALL), named("getExceptionalCF"), HANDLERS + "FailureHandler"),
        WeavePoint.of(
            TypeSelector.named(CALL),
            named("requestFilters").or(named("responseAsyncImpl")),
            HANDLERS + "RefusalHandler"),
        WeavePoint.of(
            TypeSelector.named(
                INTERNALS + ".Http1Request$FixedContentSubscriber",
                INTERNALS + ".Http1Request$StreamSubscriber",
                INTERNALS + ".Stream$RequestSubscriber"),
            named("onNext").and(takesArguments(ByteBuffer.class)),
            HANDLERS + "RequestBodyHandler"),
        WeavePoint.of(
            TypeSelector.named(INTERNALS + ".Http1Response"),
            named("readBody").and(takesArguments(3)),
            HANDLERS + "BodyBeginHandler"),
        WeavePoint.of(
            RECEIVERS,
            named("onNext").and(takesArguments(List.class)),
            HANDLERS + "BodyPartHandler"),
        WeavePoint.of(
            RECEIVERS, named("onComplete").and(takesNoArguments()), HANDLERS + "BodyEndHandler"),
        WeavePoint.of(
            TypeSelector.named(INTERNALS + ".Stream"),
            named("receiveDataFrame"),
            HANDLERS + "FrameHandler"));
  }

  @Override
  public List<OpenedPackage> opens() {
    return Arrays.asList(
        OpenedPackage.of("java.net.http", INTERNALS),
        OpenedPackage.of("java.net.http", INTERNALS + ".common"),
        OpenedPackage.of("java.net.http", INTERNALS + ".frame"),
        OpenedPackage.of("java.net.http", "java.net.http"));
  }
}
