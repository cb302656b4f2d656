/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import io.executoraccounting.http.HttpCallReader;
import io.executoraccounting.http.HttpTarget;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.HeaderSource;
import io.executoraccounting.spi.OutboundCall;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** Reads the request that a connection is about to send, or has sent. */
final class ConnectionReader {
  private ConnectionReader() {}

  static HttpTarget target(HttpURLConnection connection) {
    return HttpTarget.of(connection.getRequestMethod(), connection.getURL());
  }

  /**
   * @param query that of the URL; null if there is none, or where the headers are not there yet
   * @param resends how many requests the connection has sent before this one
   */
  static OutboundCall read(
      AccountingService service,
      HttpTarget target,
      HeaderSource headers,
      @Nullable String query,
      int resends) {
    return HttpCallReader.read(service.credentials(), target, headers, query)
        .convention("http.request.resend_count", resends > 0 ? (long) resends : null)
        .build();
  }
}
