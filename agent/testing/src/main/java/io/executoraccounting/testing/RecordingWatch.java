/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.OutboundCall;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps all that it is told of one request, and finds out whether two threads told it at once. */
public final class RecordingWatch implements GrantWatch {
  private final AtomicReference<Thread> telling = new AtomicReference<>();
  private final StringBuilder requested = new StringBuilder();
  private final StringBuilder answered = new StringBuilder();
  private final StringBuilder story = new StringBuilder();
  private volatile boolean shared;

  @Override
  public void requestBody(byte[] bytes, int offset, int length) {
    told("sent ", () -> requested.append(new String(bytes, offset, length, ISO_8859_1)));
  }

  /** The call's operation becomes {@code watched}. */
  @Override
  public OutboundCall describe(OutboundCall call) {
    told("described ", () -> {});
    return call.toBuilder().operation("watched").build();
  }

  @Override
  public void responded(int status) {
    told(status + " ", () -> {});
  }

  @Override
  public void responseBody(byte[] bytes, int offset, int length) {
    told("received ", () -> answered.append(new String(bytes, offset, length, ISO_8859_1)));
  }

  @Override
  public void responseEnded() {
    told("ended ", () -> {});
  }

  /** The request's body, a character for each byte. */
  public String requested() {
    return read(requested);
  }

  /** The response's body, a character for each byte. */
  public String answered() {
    return read(answered);
  }

  /** What it was told, in order, each kind once where it was told several times in a row. */
  public String story() {
    return read(story).trim();
  }

  /** Whether one thread told it something while another one did. */
  public boolean wasShared() {
    return shared;
  }

  private void told(String what, Runnable kept) {
    if (!telling.compareAndSet(null, Thread.currentThread())) {
      shared = true;
      return;
    }
    if (!story.toString().endsWith(what)) {
      story.append(what);
    }
    kept.run();
    telling.set(null);
  }

  private String read(StringBuilder text) {
    // The same variable that told() writes last: all that was told before is seen.
    telling.get();
    return text.toString();
  }
}
