/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.servlet3;

/** A real servlet container on loopback that serves one servlet behind one filter. */
interface Container extends AutoCloseable {
  int port();

  @Override
  void close() throws Exception;
}
