/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import io.executoraccounting.http.ArrivalReader;
import io.executoraccounting.http.ServedRequest.Arrival;
import java.security.cert.Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Exchange to arrival; the headers are asked by name, the body is never touched. */
final class ExchangeReader {
  private ExchangeReader() {}

  static Arrival read(HttpExchange exchange) {
    return ArrivalReader.read(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        exchange.getRequestHeaders()::getFirst,
        peer(exchange));
  }

  private static Certificate @Nullable [] peer(HttpExchange exchange) {
    if (!(exchange instanceof HttpsExchange)) {
      return null;
    }
    SSLSession session = ((HttpsExchange) exchange).getSSLSession();
    try {
      return session == null ? null : session.getPeerCertificates();
    } catch (SSLPeerUnverifiedException anonymous) {
      return null;
    }
  }
}
