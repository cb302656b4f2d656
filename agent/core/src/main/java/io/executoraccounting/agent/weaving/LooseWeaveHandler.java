/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.bootstrap.WeaveHandler;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Dispatches to a handler beside an application loader without keeping that loader: class files
 * older than version 51 have no call site that would hold the handler for as long as the class
 * lives. The class of an object on which the woven method was called holds it instead.
 */
final class LooseWeaveHandler extends WeaveHandler {
  private static final ClassValue<Queue<ClassLoader>> ANCHORED =
      new ClassValue<Queue<ClassLoader>>() {
        @Override
        protected Queue<ClassLoader> computeValue(Class<?> type) {
          return new ConcurrentLinkedQueue<>();
        }
      };

  private final DispatchTarget target;
  private final WeakReference<ClassLoader> application;
  private final Queue<WeakReference<Queue<ClassLoader>>> anchors = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable WeakReference<WeaveHandler>> handler =
      new AtomicReference<>();

  LooseWeaveHandler(DispatchTarget target, ClassLoader application) {
    this.target = target;
    this.application = new WeakReference<>(application);
  }

  @Override
  public @Nullable Object enter(@Nullable Object self, Object[] arguments) {
    WeaveHandler present = handler(self);
    return present == null ? null : present.enter(self, arguments);
  }

  @Override
  public void exit(
      @Nullable Object entered,
      @Nullable Object self,
      Object[] arguments,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    WeaveHandler present = handler(self);
    if (present != null) {
      present.exit(entered, self, arguments, result, thrown);
    }
  }

  /** Gives up what holds the handler: it is not called any more. */
  void release() {
    for (WeakReference<Queue<ClassLoader>> reference : anchors) {
      Queue<ClassLoader> anchor = reference.get();
      if (anchor != null) {
        anchor.clear();
      }
    }
  }

  @Override
  public void failed(Throwable failure) {
    target.failed(failure);
  }

  private @Nullable WeaveHandler handler(@Nullable Object self) {
    WeakReference<WeaveHandler> reference = handler.get();
    WeaveHandler present = reference == null ? null : reference.get();
    if (present != null) {
      return present;
    }
    ClassLoader loader = application.get();
    if (loader == null) {
      return null;
    }
    WeaveHandler created = target.create(loader);
    handler.set(new WeakReference<>(created));
    if (self != null) {
      Queue<ClassLoader> anchor = ANCHORED.get(self.getClass());
      anchor.add(created.getClass().getClassLoader());
      anchors.add(new WeakReference<>(anchor));
    }
    return created;
  }
}
