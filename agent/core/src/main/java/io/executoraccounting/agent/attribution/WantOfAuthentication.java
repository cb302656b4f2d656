/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.spi.CallOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells calls that failed because of who made them from those that failed otherwise. */
final class WantOfAuthentication {
  private WantOfAuthentication() {}

  /** HTTP 401, 403 and 407; SQLSTATE class 28; gRPC {@code UNAUTHENTICATED}, {@code DENIED}. */
  static boolean in(CallOutcome outcome) {
    Map<String, Object> told = outcome.conventions();
    Object http = told.get("http.response.status_code");
    Object sql = told.get("db.response.status_code");
    Object grpc = told.get("rpc.grpc.status_code");
    return is(http, 401)
        || is(http, 403)
        || is(http, 407)
        || (sql instanceof String && ((String) sql).startsWith("28"))
        || is(grpc, 7)
        || is(grpc, 16);
  }

  private static boolean is(@Nullable Object status, long code) {
    return status instanceof Number && ((Number) status).longValue() == code;
  }
}
