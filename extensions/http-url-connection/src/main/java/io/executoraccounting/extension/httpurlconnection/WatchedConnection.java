/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import io.executoraccounting.http.WatchedBodies;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.WeakIdentityMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose request, and the response to it, are watched. Nearly always there is none, and
 * that is all that is looked at. Used by the connection's one thread.
 */
final class WatchedConnection {
  private static final WeakIdentityMap<HttpURLConnection, WatchedConnection> WATCHED =
      new WeakIdentityMap<>();

  /** Redirects and errors give nothing out. */
  private static final int FIRST_WITHOUT_GRANT = 300;

  private final WatchedBodies bodies;

  /** In bytes from the start of the response's body, as is the mark. */
  private long position;

  private long mark;
  private long told;

  private WatchedConnection(WatchedBodies bodies) {
    this.bodies = bodies;
  }

  /** Whether there is nothing to look for. */
  static boolean none() {
    return WATCHED.isEmpty();
  }

  static @Nullable WatchedConnection of(HttpURLConnection connection) {
    return WATCHED.get(connection);
  }

  /**
   * A request was written; its predecessor on that connection is watched no more.
   *
   * @return null for nearly every request
   */
  static @Nullable WatchedConnection written(
      AccountingService service, HttpURLConnection connection) {
    URL url = connection.getURL();
    GrantWatch watch =
        service.watchGrant(
            connection.getRequestMethod(),
            url.getProtocol(),
            url.getHost(),
            url.getPort(),
            url.getPath(),
            MessageHeaders.ofRequest(connection));
    if (watch == null) {
      if (!none()) {
        WATCHED.remove(connection);
      }
      return null;
    }
    WatchedConnection watched = new WatchedConnection(new WatchedBodies(watch));
    watched.sent(BodyInternals.bufferedBody(connection));
    WATCHED.put(connection, watched);
    return watched;
  }

  /** There is nothing more to come. */
  static void ended(HttpURLConnection connection) {
    WATCHED.remove(connection);
  }

  void sent(byte[] bytes, int offset, int length) {
    bodies.sent(ByteBuffer.wrap(bytes, offset, length));
  }

  /** Ends the call as its form describes it. */
  void end(OpenCall call, @Nullable OutboundCall seen, CallOutcome outcome) {
    bodies.end(call, seen, outcome);
  }

  void responded(HttpURLConnection connection, int status) {
    bodies.responded(status);
    if (status >= FIRST_WITHOUT_GRANT) {
      ended(connection);
    }
  }

  /** The application has read that of the response's body. */
  void received(byte[] bytes, int offset, int length) {
    position += length;
    int unseen = (int) Math.min(length, position - told);
    if (unseen > 0) {
      told = position;
      bodies.received(ByteBuffer.wrap(bytes, offset + length - unseen, unseen));
    }
  }

  void receivedAll() {
    bodies.receivedAll();
  }

  void marked() {
    mark = position;
  }

  /** What comes now was seen. */
  void reset() {
    position = mark;
  }

  /** The JDK holds that monitor itself while it writes the request. */
  private void sent(@Nullable ByteArrayOutputStream body) {
    if (body == null) {
      return;
    }
    try {
      body.writeTo(new Reading());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Is shown the buffer itself. */
  private final class Reading extends OutputStream {
    @Override
    public void write(int one) {
      sent(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      sent(bytes, offset, length);
    }
  }
}
