/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import static io.executoraccounting.testing.http.BodyWay.partial;
import static io.executoraccounting.testing.http.BodyWay.whole;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.executoraccounting.testing.http.BodyWay;
import io.executoraccounting.testing.http.BodyWays;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** What may publish a request's body, and receive a response's. */
public class ClientBodyWays implements BodyWays {
  private final HttpClient client;

  public ClientBodyWays() {
    this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  ClientBodyWays(HttpClient client) {
    this.client = client;
  }

  @Override
  public List<BodyWay> ways() {
    return List.of(
        whole("string", (uri, body) -> exchange(uri, string(body), BodyHandlers.ofString())),
        whole("bytes", (uri, body) -> exchange(uri, bytes(body), BodyHandlers.ofByteArray())),
        whole("parts", (uri, body) -> exchange(uri, parts(body), BodyHandlers.ofByteArray())),
        whole("streams", this::streams),
        whole("direct buffers", (uri, body) -> exchange(uri, direct(body), new Receiver(-1))),
        whole("own receiver", (uri, body) -> exchange(uri, bytes(body), new Receiver(-1))),
        whole("mapped", (uri, body) -> exchange(uri, bytes(body), mapped())),
        whole("buffered", (uri, b) -> exchange(uri, bytes(b), buffered())),
        whole("expecting leave", this::expectingLeave),
        whole("asynchronous", this::asynchronous),
        partial("discarding", (uri, b) -> exchange(uri, bytes(b), BodyHandlers.replacing("none"))),
        partial("one byte", this::oneByte),
        partial("cancelling", (uri, body) -> exchange(uri, bytes(body), new Receiver(1))),
        partial("refusing", (uri, body) -> exchange(uri, bytes(body), refusing())),
        partial("published too short", (uri, b) -> exchange(uri, sized(b, 9), mapped())),
        partial("published too long", (uri, b) -> exchange(uri, sized(b, -9), mapped())));
  }

  private <T> byte[] exchange(URI uri, BodyPublisher publisher, BodyHandler<T> handler)
      throws Exception {
    return read(client.send(request(uri, publisher).build(), handler).body());
  }

  private byte[] streams(URI uri, byte[] body) throws Exception {
    BodyPublisher publisher = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    HttpRequest request = request(uri, publisher).build();
    try (InputStream in = client.send(request, BodyHandlers.ofInputStream()).body()) {
      return in.readAllBytes();
    }
  }

  private byte[] expectingLeave(URI uri, byte[] body) throws Exception {
    HttpRequest request = request(uri, bytes(body)).expectContinue(true).build();
    return client.send(request, BodyHandlers.ofByteArray()).body();
  }

  private byte[] asynchronous(URI uri, byte[] body) throws Exception {
    HttpRequest request = request(uri, bytes(body)).build();
    return client.sendAsync(request, BodyHandlers.ofByteArray()).get().body();
  }

  private byte[] oneByte(URI uri, byte[] body) throws Exception {
    HttpRequest request = request(uri, bytes(body)).build();
    try (InputStream in = client.send(request, BodyHandlers.ofInputStream()).body()) {
      return new byte[] {(byte) in.read()};
    }
  }

  private static HttpRequest.Builder request(URI uri, BodyPublisher publisher) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(publisher);
  }

  private static BodyPublisher string(byte[] body) {
    return BodyPublishers.ofString(new String(body, ISO_8859_1), ISO_8859_1);
  }

  private static BodyPublisher bytes(byte[] body) {
    byte[] padded = Arrays.copyOf(body, body.length + 2);
    System.arraycopy(body, 0, padded, 1, body.length);
    return BodyPublishers.ofByteArray(padded, 1, body.length);
  }

  private static BodyPublisher parts(byte[] body) {
    byte[] first = Arrays.copyOf(body, 5);
    byte[] rest = Arrays.copyOfRange(body, 5, body.length);
    return BodyPublishers.ofByteArrays(List.of(first, rest));
  }

  /** Buffers that show no array, of which the client may read a part at a time. */
  private static BodyPublisher direct(byte[] body) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(body.length).put(body).flip();
    return new Single(buffer.asReadOnlyBuffer(), body.length);
  }

  private static BodyPublisher sized(byte[] body, int more) {
    return new Single(ByteBuffer.wrap(body), body.length + more);
  }

  private static BodyHandler<byte[]> mapped() {
    return info ->
        BodySubscribers.mapping(
            BodySubscribers.ofString(ISO_8859_1), text -> text.getBytes(ISO_8859_1));
  }

  private static BodyHandler<byte[]> buffered() {
    return info -> BodySubscribers.buffering(BodySubscribers.ofByteArray(), 100);
  }

  private static BodyHandler<byte[]> refusing() {
    return info -> {
      throw new IllegalStateException("this body is not wanted");
    };
  }

  private static byte[] read(Object body) throws IOException {
    return body instanceof byte[] bytes ? bytes : body.toString().getBytes(ISO_8859_1);
  }

  /** Publishes one buffer. */
  private record Single(ByteBuffer buffer, long contentLength) implements BodyPublisher {
    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      BodyPublishers.fromPublisher(new OneBuffer(buffer.duplicate()), Math.max(1, contentLength))
          .subscribe(subscriber);
    }
  }

  private record OneBuffer(ByteBuffer buffer) implements Flow.Publisher<ByteBuffer> {
    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private boolean done;

            @Override
            public void request(long n) {
              if (!done) {
                done = true;
                subscriber.onNext(buffer);
                subscriber.onComplete();
              }
            }

            @Override
            public void cancel() {
              done = true;
            }
          });
    }
  }

  /** A receiver that the application wrote; gives up after so many parts, -1 for never. */
  private record Receiver(int parts) implements BodyHandler<byte[]> {
    @Override
    public HttpResponse.BodySubscriber<byte[]> apply(HttpResponse.ResponseInfo info) {
      return new OwnSubscriber(parts);
    }
  }

  private static final class OwnSubscriber implements HttpResponse.BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final int parts;
    private int received;
    private Flow.Subscription subscription;

    OwnSubscriber(int parts) {
      this.parts = parts;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        read.writeBytes(bytes);
      }
      received++;
      if (received == parts) {
        subscription.cancel();
        body.complete(new byte[] {(byte) parts});
      } else {
        subscription.request(1);
      }
    }

    @Override
    public void onError(Throwable thrown) {
      body.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
      body.complete(read.toByteArray());
    }
  }
}
