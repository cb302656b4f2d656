/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.servlet3;

import io.executoraccounting.http.ArrivalReader;
import io.executoraccounting.http.ServedRequest.Arrival;
import java.security.cert.X509Certificate;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Request to arrival. Parameters are never asked for: that would read the body. */
final class RequestReader {
  /** Servlet 3.0, section 3.8. */
  private static final String CERTIFICATES = "javax.servlet.request.X509Certificate";

  private RequestReader() {}

  static Arrival read(HttpServletRequest request) {
    return ArrivalReader.read(
        request.getMethod(), request.getRequestURI(), request::getHeader, certificates(request));
  }

  private static X509Certificate @Nullable [] certificates(HttpServletRequest request) {
    if (!request.isSecure()) {
      return null;
    }
    Object presented = request.getAttribute(CERTIFICATES);
    return presented instanceof X509Certificate[] ? (X509Certificate[]) presented : null;
  }
}
