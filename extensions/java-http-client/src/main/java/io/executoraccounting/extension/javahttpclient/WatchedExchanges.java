/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.http.WatchedBodies;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.WeakIdentityMap;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The requests whose bodies are watched, by the client's own object for one attempt to send one
 * request ({@code Exchange}), and by what receives the response's body. Nearly always there is
 * none, and that is all that is looked at.
 */
final class WatchedExchanges {
  private static final WeakIdentityMap<Object, WatchedBodies> EXCHANGES = new WeakIdentityMap<>();
  private static final WeakIdentityMap<Object, WatchedBodies> RECEIVERS = new WeakIdentityMap<>();

  private WatchedExchanges() {}

  /** Null for nearly every request. */
  static @Nullable WatchedBodies watch(AccountingService service, Object exchange, Object request) {
    URI uri = ClientInternals.uri(request);
    GrantWatch watch =
        service.watchGrant(
            ClientInternals.method(request),
            uri.getScheme(),
            uri.getHost(),
            uri.getPort(),
            uri.getRawPath(),
            ClientInternals.requestHeaders(request));
    if (watch == null) {
      return null;
    }
    WatchedBodies bodies = new WatchedBodies(watch);
    EXCHANGES.put(exchange, bodies);
    return bodies;
  }

  /** Whether there is nothing to look for. */
  static boolean none() {
    return EXCHANGES.isEmpty();
  }

  static @Nullable WatchedBodies of(Object exchange) {
    return EXCHANGES.get(exchange);
  }

  /**
   * That receiver gets the body of the response to that exchange. An application may use one
   * receiver for several responses, one after the other.
   */
  static void received(Object exchange, Object receiver) {
    WatchedBodies bodies = EXCHANGES.get(exchange);
    if (bodies == null) {
      RECEIVERS.remove(receiver);
    } else {
      RECEIVERS.put(receiver, bodies);
    }
  }

  static @Nullable WatchedBodies ofReceiver(Object receiver) {
    return RECEIVERS.get(receiver);
  }

  /** There is nothing more to come. */
  static void ended(WatchedBodies bodies) {
    RECEIVERS.values().remove(bodies);
    EXCHANGES.values().remove(bodies);
  }
}
