/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.http.ServedRequest.Arrival;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.HeaderSource;
import io.executoraccounting.spi.InboundCall;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What every server's request says on arrival: credential, client certificate, trace context. */
public final class ArrivalReader {
  private ArrivalReader() {}

  /**
   * Reads a request.
   *
   * @param path the path without query, null if there is none
   * @param peer the client's certificates, the leaf first; null or empty if it presented none
   */
  public static Arrival read(
      String method, @Nullable String path, HeaderSource headers, Certificate @Nullable [] peer) {
    AccountingService service = Accounting.service();
    CredentialReader credentials = service == null ? null : service.credentials();
    CredentialUse presented =
        credentials == null ? CredentialUse.NONE : credentials.fromHeaders(headers);
    InboundCall call =
        InboundCall.request(method + " " + PathTemplate.of(path), presented)
            .withMethod(HttpMethod.isKnown(method) ? method : HttpMethod.OTHER);
    if (credentials != null && peer instanceof Certificate[] && peer.length > 0) {
      X509Certificate[] chain =
          peer instanceof X509Certificate[]
              ? (X509Certificate[]) peer
              : Arrays.copyOf(peer, peer.length, X509Certificate[].class);
      call = call.withPeer(credentials.fromCertificates(chain));
    }
    return new Arrival(call, TraceContext.parse(headers.get("traceparent")));
  }
}
