/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import java.io.IOException;

/**
 * Reads a message in one representation, piece by piece as its bytes pass, and tells its fields.
 * Keeps the one value that is being read. Not for use by many threads.
 */
public interface MessageScanner {
  /** Bytes of a message, decompressed, beyond which nothing is read. */
  int MAX_LENGTH = 64 * 1024;

  /**
   * @throws IOException if the message is not well-formed; nothing that was told holds then
   */
  void scan(byte[] bytes, int offset, int length) throws IOException;

  /** Whether the message itself has shown that it is complete. */
  boolean isComplete();

  /**
   * No more bytes come.
   *
   * @throws IOException if the message is not complete
   */
  void end() throws IOException;

  /** Lets go of whatever was being read. */
  void close();
}
