/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.spi.MissedExits;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** What a handler's enter leaves on its thread until the exit takes it away. */
abstract class ThreadMarker {
  private final int missedExits = MissedExits.count();

  /**
   * The innermost marker of one kind on each thread. It is held weakly: the woven method holds it
   * until its exit, so that one whose exit never ran goes, and keeps neither the application's
   * objects nor the agent. Until then it is not believed.
   */
  static final class Innermost<T extends ThreadMarker> {
    private final ThreadLocal<@Nullable WeakReference<T>> references = new ThreadLocal<>();

    @Nullable T get() {
      WeakReference<T> reference = references.get();
      if (reference == null) {
        return null;
      }
      T marker = reference.get();
      if (marker != null && ((ThreadMarker) marker).missedExits == MissedExits.count()) {
        return marker;
      }
      references.remove();
      return null;
    }

    /**
     * @param marker null where none is left
     */
    void set(@Nullable T marker) {
      if (marker == null) {
        references.remove();
      } else {
        references.set(new WeakReference<>(marker));
      }
    }
  }
}
