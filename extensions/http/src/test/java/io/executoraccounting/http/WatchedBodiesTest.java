/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedBodiesTest {
  private final Seen seen = new Seen();
  private final WatchedBodies bodies = new WatchedBodies(seen);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsBuffersWithoutMovingThem(boolean direct) {
    byte[] bytes = "x".repeat(5_000).getBytes(ISO_8859_1);
    ByteBuffer buffer =
        direct ? ByteBuffer.allocateDirect(bytes.length).put(bytes).flip() : ByteBuffer.wrap(bytes);
    buffer.position(1).limit(4_999);
    bodies.sent(buffer);

    assertThat(seen.told.toString()).isEqualTo("x".repeat(4_998));
    assertThat(buffer.position()).isEqualTo(1);
    assertThat(buffer.limit()).isEqualTo(4_999);
  }

  @Test
  void readsAnArrayFromItsOffset() {
    ByteBuffer buffer = ByteBuffer.wrap("0123456789".getBytes(ISO_8859_1), 2, 6).slice();
    buffer.get();
    bodies.received(buffer);

    assertThat(seen.told.toString()).isEqualTo("34567");
  }

  @Test
  void readsNoMoreOfARequestThatIsAnswered() {
    bodies.sent(buffer("a"));
    bodies.responded(400);
    bodies.sent(buffer("b"));

    assertThat(seen.told.toString()).isEqualTo("a<400>");
  }

  @Test
  void believesTheFirstHeadOfAResponse() {
    bodies.responded(200);
    bodies.responded(500);

    assertThat(seen.told.toString()).isEqualTo("<200>");
  }

  @Test
  void endsTheCallAsTheFormDescribesIt() {
    AtomicReference<OutboundCall> ended = new AtomicReference<>();
    OutboundCall call = OutboundCall.builder("http", "POST /token").build();
    bodies.end(ending(ended), call, CallOutcome.RETURNED);

    assertThat(ended.get().operation()).isEqualTo("described");
  }

  @Test
  void tellsOneThingAfterTheOtherWithoutLosingAny() throws Exception {
    int threads = 8;
    int each = 5_000;
    CountDownLatch together = new CountDownLatch(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            pool.submit(
                () -> {
                  together.countDown();
                  together.await();
                  for (int n = 0; n < each; n++) {
                    bodies.received(buffer("r"));
                  }
                  return null;
                }));
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(seen.overlaps).hasValue(0);
    assertThat(seen.told).hasSize(threads * each);
  }

  private static ByteBuffer buffer(String text) {
    return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
  }

  private static OpenCall ending(AtomicReference<OutboundCall> ended) {
    return new OpenCall() {
      @Override
      public void end(OutboundCall last, CallOutcome outcome) {
        ended.set(last);
      }

      @Override
      public OpenCall followedBy(OutboundCall next) {
        return null;
      }
    };
  }

  /** Not safe for two threads at once, and notices. */
  private static final class Seen implements GrantWatch {
    private final StringBuilder told = new StringBuilder();
    private final AtomicInteger telling = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();

    @Override
    public void requestBody(byte[] bytes, int offset, int length) {
      tell(new String(bytes, offset, length, ISO_8859_1));
    }

    @Override
    public OutboundCall describe(OutboundCall call) {
      return call.toBuilder().operation("described").build();
    }

    @Override
    public void responded(int status) {
      tell("<" + status + ">");
    }

    @Override
    public void responseBody(byte[] bytes, int offset, int length) {
      tell(new String(bytes, offset, length, ISO_8859_1));
    }

    @Override
    public void responseEnded() {
      tell(".");
    }

    private void tell(String text) {
      if (telling.incrementAndGet() > 1) {
        overlaps.incrementAndGet();
      }
      told.append(text);
      telling.decrementAndGet();
    }
  }
}
