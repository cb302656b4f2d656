/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As {@link ClientInternals}, of the classes that the bodies pass through. */
final class BodyInternals {
  private static final InternalMembers MEMBERS = new InternalMembers();

  private static final MethodHandle EXCHANGE = MEMBERS.field("ExchangeImpl", "exchange");

  private static final String FIXED_LENGTH = "Http1Request$FixedContentSubscriber";
  private static final String STREAM = "Stream$RequestSubscriber";
  private static final MethodHandle REQUEST_OF_FIXED_LENGTH = MEMBERS.field(FIXED_LENGTH, "this$0");
  private static final MethodHandle REQUEST_OF_CHUNKED =
      MEMBERS.field("Http1Request$StreamSubscriber", "this$0");
  private static final MethodHandle EXCHANGE_OF_REQUEST =
      MEMBERS.field("Http1Request", "http1Exchange");
  private static final MethodHandle STREAM_OF_SUBSCRIBER = MEMBERS.field(STREAM, "this$0");

  private static final MethodHandle STATUS_OF_RESPONSE =
      MEMBERS.method("Http1Response", "responseCode");
  private static final MethodHandle EXCHANGE_OF_RESPONSE =
      MEMBERS.field("Http1Response", "exchange");

  /** Null from Java 20 on, where the client's own receiver is known before it is used. */
  private static final @Nullable MethodHandle APPLICATIONS_RECEIVER =
      MEMBERS.fieldIfPresent("Http1Response$Http1BodySubscriber", "userSubscriber");

  private static final MethodHandle STATUS_OF_STREAM = MEMBERS.field("Stream", "responseCode");
  private static final MethodHandle FRAME_BUFFERS = MEMBERS.method("frame.DataFrame", "getData");
  private static final MethodHandle FRAME_FLAGS = MEMBERS.field("frame.Http2Frame", "flags");

  /** RFC 9113 s6.1. */
  private static final int END_STREAM = 0x1;

  private BodyInternals() {}

  /** The exchange whose request's body that subscriber sends. */
  static Object exchangeOfSubscriber(Object subscriber) {
    String type = subscriber.getClass().getName();
    if (type.endsWith(STREAM)) {
      return exchange(ClientInternals.read(STREAM_OF_SUBSCRIBER, subscriber));
    }
    MethodHandle request =
        type.endsWith(FIXED_LENGTH) ? REQUEST_OF_FIXED_LENGTH : REQUEST_OF_CHUNKED;
    return exchange(
        ClientInternals.read(EXCHANGE_OF_REQUEST, ClientInternals.read(request, subscriber)));
  }

  /**
   * @param response an {@code Http1Response}
   */
  static Object exchangeOfResponse(Object response) {
    return exchange(ClientInternals.read(EXCHANGE_OF_RESPONSE, response));
  }

  /**
   * @param response an {@code Http1Response}
   */
  static int statusOfResponse(Object response) {
    return (Integer) ClientInternals.read(STATUS_OF_RESPONSE, response);
  }

  /**
   * @param http an {@code Http1Exchange} or a {@code Stream} of HTTP/2
   */
  static Object exchange(Object http) {
    return ClientInternals.read(EXCHANGE, http);
  }

  /** What {@code Http1Response.readBody} was given, of a subscriber of the client around it. */
  static Object receiver(Object subscriber) {
    return APPLICATIONS_RECEIVER == null
        ? subscriber
        : ClientInternals.read(APPLICATIONS_RECEIVER, subscriber);
  }

  /** The status of the last response head that the stream received. */
  static int statusOfStream(Object stream) {
    return (Integer) ClientInternals.read(STATUS_OF_STREAM, stream);
  }

  /** The data of a DATA frame, without padding. */
  @SuppressWarnings("unchecked") // as DataFrame declares it
  static List<ByteBuffer> buffers(Object frame) {
    return (List<ByteBuffer>) ClientInternals.read(FRAME_BUFFERS, frame);
  }

  static boolean endsStream(Object frame) {
    return ((Integer) ClientInternals.read(FRAME_FLAGS, frame) & END_STREAM) != 0;
  }
}
