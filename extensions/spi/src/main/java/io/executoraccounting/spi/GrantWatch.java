/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

/**
 * Watches one request that may give out a credential, and the response. Bytes are parsed as they
 * pass and are not kept; what is read of a secret becomes its fingerprint at once. A request that
 * is sent a second time has a second watch. For one thread at a time, request before response.
 * Never throws, never blocks.
 */
public interface GrantWatch {
  /** The next bytes of the request's body, as they are sent. */
  void requestBody(byte[] bytes, int offset, int length);

  /**
   * What the form says of the call itself: the client's credential where no header presents one,
   * the grant as its operation, the scopes that are asked for. For the record of this very call,
   * once the request's body has passed; of one that goes on afterwards nothing is believed.
   */
  OutboundCall describe(OutboundCall call);

  /** The response has begun; of a failed one nothing more is read. */
  void responded(int status);

  /** The next bytes of the response's body as the application gets them, gzip included. */
  void responseBody(byte[] bytes, int offset, int length);

  /** The body is complete. Needless where the bytes themselves show it. */
  void responseEnded();
}
