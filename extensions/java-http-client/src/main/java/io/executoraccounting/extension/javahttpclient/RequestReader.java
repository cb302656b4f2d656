/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.http.HttpCallReader;
import io.executoraccounting.http.HttpTarget;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.OutboundCall;
import java.net.URI;

/** Reads a request of the client. */
final class RequestReader {
  private RequestReader() {}

  /**
   * @param resends how many requests the same call has sent before this one
   */
  static OutboundCall read(AccountingService service, Object request, int resends) {
    URI uri = ClientInternals.uri(request);
    return HttpCallReader.read(
            service.credentials(),
            HttpTarget.of(ClientInternals.method(request), uri),
            ClientInternals.requestHeaders(request),
            uri.getRawQuery())
        .convention("http.request.resend_count", resends > 0 ? (long) resends : null)
        .build();
  }
}
