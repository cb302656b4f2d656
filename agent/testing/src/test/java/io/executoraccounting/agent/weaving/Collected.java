/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** Something that nothing may hold any more. */
final class Collected {
  private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
  private final WeakReference<Object> reference;

  Collected(Object object) {
    reference = new WeakReference<>(object, queue);
  }

  /** Returns when it has been collected; fails if it is still there after many collections. */
  void isAwaited() throws InterruptedException {
    for (int attempt = 0; attempt < 50; attempt++) {
      System.gc();
      if (queue.remove(100) != null) {
        return;
      }
    }
    throw new AssertionError(reference.get() + " is still held");
  }
}
