/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Shows the bodies of one request and of its response to the {@link GrantWatch} that asked for
 * them. A client may run its parts on several threads at once: the watch is told one thing after
 * the other, in the order in which they happened, and nobody waits; a thread that comes while
 * another one tells leaves its part to that one. Buffers are read through duplicates, so that
 * nothing moves. Never throws, never blocks.
 */
public final class WatchedBodies {
  /** Bytes; of buffers that show no array. */
  private static final int PIECE = 1024;

  private final GrantWatch watch;
  private final Queue<Runnable> untold = new ConcurrentLinkedQueue<>();
  private final AtomicInteger steps = new AtomicInteger();

  /** Only the thread that tells reads and writes it. */
  private boolean responded;

  public WatchedBodies(GrantWatch watch) {
    this.watch = watch;
  }

  /** The next bytes of the request's body. */
  public void sent(ByteBuffer body) {
    ByteBuffer view = body.duplicate();
    tell(
        () -> {
          if (!responded) {
            show(view, watch::requestBody);
          }
        });
  }

  /** The response has begun. Only the first time counts. */
  public void responded(int status) {
    tell(
        () -> {
          if (!responded) {
            responded = true;
            watch.responded(status);
          }
        });
  }

  /** Ends the call as its form describes it; what a response says comes after that. */
  public void end(OpenCall call, @Nullable OutboundCall seen, CallOutcome outcome) {
    tell(() -> call.end(seen == null ? null : watch.describe(seen), outcome));
  }

  /** The next bytes of the response's body. */
  public void received(ByteBuffer body) {
    ByteBuffer view = body.duplicate();
    tell(() -> show(view, watch::responseBody));
  }

  /** The response's body is complete. */
  public void receivedAll() {
    tell(watch::responseEnded);
  }

  private void tell(Runnable step) {
    untold.add(step);
    if (steps.getAndIncrement() > 0) {
      return;
    }
    do {
      Runnable next = untold.poll();
      if (next != null) {
        next.run();
      }
    } while (steps.decrementAndGet() > 0);
  }

  private static void show(ByteBuffer view, Reading reading) {
    if (view.hasArray()) {
      reading.read(view.array(), view.arrayOffset() + view.position(), view.remaining());
      return;
    }
    byte[] piece = new byte[Math.min(PIECE, view.remaining())];
    while (view.hasRemaining()) {
      int length = Math.min(piece.length, view.remaining());
      view.get(piece, 0, length);
      reading.read(piece, 0, length);
    }
    // A secret that was copied does not outlive this call.
    Arrays.fill(piece, (byte) 0);
  }

  /** One of the watch's two methods for bodies. */
  private interface Reading {
    void read(byte[] bytes, int offset, int length);
  }
}
