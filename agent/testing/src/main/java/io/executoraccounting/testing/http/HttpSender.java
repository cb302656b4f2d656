/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import org.jspecify.annotations.Nullable;

/**
 * How one HTTP client sends a request, follows its redirects, reads the response to its end and
 * tells the last status. It has a public constructor without parameters.
 */
@FunctionalInterface
public interface HttpSender {
  /**
   * @param login what the client answers a challenge with, {@code user:password}; null for nothing
   * @throws Exception what the client throws, unchanged
   */
  int send(HttpSending sending, @Nullable String login) throws Exception;

  default int send(HttpSending sending) throws Exception {
    return send(sending, null);
  }
}
