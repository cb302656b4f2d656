/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.grant.message.MessageScanner;
import io.executoraccounting.agent.identity.grant.message.ResponseScanner;
import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.OutboundCall;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Leads one request and its response through a protocol. Bodies longer than {@value
 * MessageScanner#MAX_LENGTH} bytes, or not well-formed, teach nothing.
 */
final class ProtocolWatch implements GrantWatch {
  private final GrantProtocol protocol;
  private final GrantTable grants;
  private @Nullable MessageScanner request;
  private @Nullable MessageScanner response;
  private int requestLength;
  private int responseLength;
  private boolean asked;

  /**
   * @param request null where the request has no body that says anything
   */
  ProtocolWatch(GrantProtocol protocol, @Nullable MessageScanner request, GrantTable grants) {
    this.protocol = protocol;
    this.grants = grants;
    this.request = request;
    asked = request == null && protocol.asks();
  }

  @Override
  public void requestBody(byte[] bytes, int offset, int length) {
    MessageScanner scanner = request;
    if (scanner == null) {
      // What comes after the request was taken as complete may say something else.
      asked &= requestLength == 0;
      return;
    }
    requestLength += length;
    if (!scanned(scanner, requestLength, bytes, offset, length)) {
      request = null;
    }
  }

  @Override
  public OutboundCall describe(OutboundCall call) {
    try {
      endRequest();
      return asked ? protocol.describe(call) : call;
    } catch (RuntimeException e) {
      return call;
    }
  }

  @Override
  public void responded(int status) {
    endRequest();
    if (asked && status >= 200 && status < 300) {
      response = new ResponseScanner(protocol.response());
    }
  }

  @Override
  public void responseBody(byte[] bytes, int offset, int length) {
    MessageScanner scanner = response;
    if (scanner == null) {
      return;
    }
    responseLength += length;
    if (!scanned(scanner, responseLength, bytes, offset, length)) {
      response = null;
    } else if (scanner.isComplete()) {
      endResponse(scanner);
    }
  }

  @Override
  public void responseEnded() {
    MessageScanner scanner = response;
    if (scanner != null) {
      endResponse(scanner);
    }
  }

  private static boolean scanned(
      MessageScanner scanner, int inAll, byte[] bytes, int offset, int length) {
    try {
      if (inAll <= MessageScanner.MAX_LENGTH) {
        scanner.scan(bytes, offset, length);
        return true;
      }
    } catch (IOException | RuntimeException e) {
      // Its message may quote what was read.
      scanner.close();
      return false;
    }
    scanner.close();
    return false;
  }

  private void endRequest() {
    MessageScanner scanner = request;
    request = null;
    if (scanner == null) {
      return;
    }
    try {
      if (requestLength > 0) {
        scanner.end();
      }
      asked = protocol.asks();
    } catch (IOException | RuntimeException e) {
      asked = false;
    } finally {
      scanner.close();
    }
  }

  private void endResponse(MessageScanner scanner) {
    response = null;
    try {
      scanner.end();
      protocol.learn(grants);
    } catch (IOException | RuntimeException e) {
      return;
    } finally {
      scanner.close();
    }
  }
}
