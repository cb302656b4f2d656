/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import java.io.IOException;

/** Where the keys of an issuer come from. For one thread, but for {@link #cancel}. */
interface KeySource {
  /** Bytes of a key set; a large provider's has some 10 KiB. */
  int MAX_BYTES = 256 * 1024;

  /**
   * The key set as it is now.
   *
   * @throws IOException with the reason, for a person
   */
  byte[] read() throws IOException;

  /** Lets a read that waits for somebody end soon. From any thread. */
  void cancel();
}
