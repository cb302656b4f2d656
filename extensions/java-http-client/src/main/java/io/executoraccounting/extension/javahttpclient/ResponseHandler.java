/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.http.ResponseScopesReader;
import io.executoraccounting.spi.CallOutcome;
import net.bytebuddy.asm.Advice;

/** The head of a response has arrived, and is about to be looked at for redirect or challenge. */
public final class ResponseHandler {
  private ResponseHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void enter(@Advice.This Object multiExchange, @Advice.Argument(0) Object response) {
    ClientCall call = ClientCall.of(multiExchange);
    if (call != null) {
      int status = ClientInternals.status(response);
      call.end(
          CallOutcome.httpStatus(status)
              .with("network.protocol.version", ClientInternals.protocolVersion(response))
              .withScopes(
                  ResponseScopesReader.read(status, ClientInternals.responseHeaders(response))));
      call.responded(status);
    }
  }
}
