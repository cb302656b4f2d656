/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.http.WatchedBodies;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.WeakIdentityMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One call of the application and the requests it takes, one after the other, on whatever thread
 * the client runs them: each is ordered before the next by the client's own futures.
 */
final class ClientCall {
  /** Redirects and errors give nothing out. */
  private static final int FIRST_WITHOUT_GRANT = 300;

  private static final WeakIdentityMap<Object, ClientCall> CALLS = new WeakIdentityMap<>();

  private final AtomicReference<@Nullable OpenCall> open;
  private volatile OpenCall last;
  private volatile @Nullable OutboundCall seen;
  private volatile @Nullable WatchedBodies watched;
  private volatile int resends;

  private ClientCall(OpenCall first) {
    open = new AtomicReference<>(first);
    last = first;
  }

  static ClientCall register(Object multiExchange, OpenCall first) {
    ClientCall call = new ClientCall(first);
    CALLS.put(multiExchange, call);
    return call;
  }

  /**
   * Null where the call is not accounted for: it is the agent's own, or a tunnel through a proxy.
   */
  static @Nullable ClientCall of(Object multiExchange) {
    return CALLS.get(multiExchange);
  }

  /**
   * A request goes out. Where the one before got no response it is the same once more, on another
   * connection; else it follows upon that response.
   */
  void send(AccountingService service, Object exchange) {
    Object request = ClientInternals.requestOfExchange(exchange);
    watched = WatchedExchanges.watch(service, exchange, request);
    if (open.get() != null) {
      seen = RequestReader.read(service, request, resends);
      return;
    }
    int ordinal = resends + 1;
    resends = ordinal;
    OutboundCall next = RequestReader.read(service, request, ordinal);
    seen = next;
    OpenCall following = last.followedBy(next);
    if (following != null) {
      last = following;
      open.set(following);
    }
  }

  /** A second end does nothing. */
  void end(CallOutcome outcome) {
    OpenCall call = open.getAndSet(null);
    WatchedBodies bodies = watched;
    if (call != null && bodies != null) {
      bodies.end(call, seen, outcome);
    } else if (call != null) {
      call.end(seen, outcome);
    }
  }

  /** The head of the response has arrived. */
  void responded(int status) {
    WatchedBodies bodies = watched;
    if (bodies != null) {
      bodies.responded(status);
      if (status >= FIRST_WITHOUT_GRANT) {
        WatchedExchanges.ended(bodies);
      }
    }
  }
}
