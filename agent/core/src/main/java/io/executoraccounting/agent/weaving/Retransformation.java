/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Retransforms classes in batches: each batch stops the application's threads once, for a bounded
 * time. A batch that fails is split until the classes that fail stand alone.
 */
final class Retransformation {
  private static final int BATCH = 64;

  private final Instrumentation instrumentation;
  private final WeavingLog log;
  private int failed;
  private @Nullable String firstFailure;

  Retransformation(Instrumentation instrumentation, WeavingLog log) {
    this.instrumentation = instrumentation;
    this.log = log;
  }

  void of(List<Class<?>> classes) {
    for (int from = 0; from < classes.size(); from += BATCH) {
      attempt(classes.subList(from, Math.min(from + BATCH, classes.size())));
    }
  }

  /** Says in one line at most which classes stayed as they were. */
  void sayFailures() {
    if (failed > 0) {
      log.warn(failed + " loaded classes could not be retransformed, first " + firstFailure);
    }
  }

  private void attempt(List<Class<?>> batch) {
    try {
      instrumentation.retransformClasses(batch.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError failure) {
      if (batch.size() > 1) {
        int middle = batch.size() / 2;
        attempt(batch.subList(0, middle));
        attempt(batch.subList(middle, batch.size()));
        return;
      }
      failed++;
      if (firstFailure == null) {
        firstFailure = batch.get(0).getName() + " (" + failure.getClass().getName() + ")";
      }
    }
  }
}
