/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import io.executoraccounting.http.HttpTarget;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.WeakIdentityMap;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * The request that a connection has under way: one after the other where it follows redirects and
 * answers challenges. A connection is used by one thread at a time, as its class demands.
 */
final class SentRequest {
  private static final WeakIdentityMap<HttpURLConnection, SentRequest> REQUESTS =
      new WeakIdentityMap<>();

  private @Nullable OpenCall open;
  private @Nullable HttpTarget target;
  private @Nullable OutboundCall seen;
  private @Nullable WatchedConnection watched;
  private int count;

  private SentRequest() {}

  static SentRequest of(HttpURLConnection connection) {
    SentRequest present = REQUESTS.get(connection);
    if (present != null) {
      return present;
    }
    SentRequest first = new SentRequest();
    SentRequest other = REQUESTS.putIfAbsent(connection, first);
    return other == null ? first : other;
  }

  /** Null where the connection has sent nothing. */
  static @Nullable SentRequest existing(HttpURLConnection connection) {
    return REQUESTS.get(connection);
  }

  /** A request that is written anew, since its kept-alive connection was dead, goes on. */
  void begin(AccountingService service, HttpURLConnection connection) {
    if (open == null) {
      HttpTarget asked = ConnectionReader.target(connection);
      target = asked;
      // The headers are read once, when all are there.
      open = service.begin(ConnectionReader.read(service, asked, name -> null, null, count));
      count++;
    }
  }

  void written(AccountingService service, HttpURLConnection connection) {
    HttpTarget asked = target;
    if (open != null && asked != null) {
      seen =
          ConnectionReader.read(
              service,
              asked,
              MessageHeaders.ofRequest(connection),
              connection.getURL().getQuery(),
              count - 1);
      watched = WatchedConnection.written(service, connection);
    }
  }

  /** A second end does nothing. */
  void end(CallOutcome outcome) {
    OpenCall call = open;
    if (call == null) {
      return;
    }
    open = null;
    if (watched == null) {
      call.end(seen, outcome);
    } else {
      watched.end(call, seen, outcome);
    }
    seen = null;
  }

  /** The head of the response has arrived. */
  void responded(HttpURLConnection connection, int status) {
    if (watched != null) {
      watched.responded(connection, status);
      watched = null;
    }
  }
}
