/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.OpenedPackage;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Arrays;
import java.util.List;

/**
 * Where the JDK's own HTTP protocol handler, in Java 8 to 25, writes a request and has parsed a
 * response: there redirects, challenges and repeated attempts pass one by one, with the headers
 * that authenticators and cookie handlers added; and where bodies pass.
 */
public final class HttpUrlConnectionExtension implements Extension {
  private static final String CONNECTION = "sun.net.www.protocol.http.HttpURLConnection";
  private static final String BODY = CONNECTION + "$HttpInputStream";
  private static final String SECURE_CONNECTION =
      "sun.net.www.protocol.https.AbstractDelegateHttpsURLConnection";
  private static final String CLIENT = "sun.net.www.http.HttpClient";
  private static final String HANDLERS = "io.executoraccounting.extension.httpurlconnection.";

  @Override
  public String name() {
    return "http-url-connection";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return Arrays.asList(
        WeavePoint.of(
            TypeSelector.named(CONNECTION),
            named("writeRequests").and(takesNoArguments()),
            HANDLERS + "RequestHandler"),
        WeavePoint.of(TypeSelector.named(CLIENT), named("parseHTTP"), HANDLERS + "ResponseHandler"),
        WeavePoint.of(
            TypeSelector.named(CONNECTION, SECURE_CONNECTION),
            named("connect").and(takesNoArguments()),
            HANDLERS + "ConnectHandler"),
        WeavePoint.of(
            TypeSelector.named(CONNECTION),
            named("getInputStream").or(named("getOutputStream")).and(takesNoArguments()),
            HANDLERS + "StreamHandler"),
        WeavePoint.of(
            TypeSelector.named(CONNECTION),
            named("disconnect").and(takesNoArguments()),
            HANDLERS + "DisconnectHandler"),
        WeavePoint.of(
            TypeSelector.named(CONNECTION + "$StreamingOutputStream"),
            named("write").and(takesArguments(int.class).or(takesArguments(3))),
            HANDLERS + "WriteHandler"),
        WeavePoint.of(
            TypeSelector.named(BODY),
            named("read").and(takesArguments(3)),
            HANDLERS + "ReadHandler"),
        WeavePoint.of(TypeSelector.named(BODY), named("mark"), HANDLERS + "MarkHandler"),
        WeavePoint.of(TypeSelector.named(BODY), named("reset"), HANDLERS + "ResetHandler"),
        WeavePoint.of(TypeSelector.named(BODY), named("close"), HANDLERS + "CloseHandler"));
  }

  @Override
  public List<OpenedPackage> opens() {
    return Arrays.asList(
        OpenedPackage.of("java.base", "sun.net.www"),
        OpenedPackage.of("java.base", "sun.net.www.protocol.http"));
  }
}
