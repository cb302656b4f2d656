/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.WeakIdentityMap;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spans of applications that use the OpenTelemetry API, each by its own copy, as seen from the
 * context class loader of the thread. A copy counts once its application has used it: before that,
 * asking for the current span would set the copy up in the application's place.
 */
public final class LoadedApplicationSpans implements ApplicationSpans {
  private static final WeakReference<@Nullable Class<?>> NONE = new WeakReference<>(null);

  /** Kept in the class itself, so that nothing here holds on to an application's loader. */
  private final ClassValue<@Nullable TracingApi> apis =
      new ClassValue<@Nullable TracingApi>() {
        @Override
        protected @Nullable TracingApi computeValue(Class<?> span) {
          try {
            return new TracingApi(span);
          } catch (ReflectiveOperationException | LinkageError notThatApi) {
            return null;
          }
        }
      };

  private volatile Known known = new Known(new ArrayList<>());

  /** The class whose loading says that a copy is being used. */
  public static String sign() {
    return TracingApi.STORAGE;
  }

  /**
   * Finds the copies that are in use. For the agent's own thread.
   *
   * @param loaded all classes of the JVM
   */
  public void find(Class<?>[] loaded) {
    List<WeakReference<Class<?>>> spans = new ArrayList<>();
    for (Class<?> storage : loaded) {
      if (storage.getName().equals(TracingApi.STORAGE)) {
        Class<?> span = spanBeside(storage, loaded);
        if (span != null && apis.get(span) != null) {
          spans.add(new WeakReference<>(span));
        }
      }
    }
    known = new Known(spans);
  }

  private static @Nullable Class<?> spanBeside(Class<?> storage, Class<?>[] loaded) {
    for (Class<?> type : loaded) {
      if (type.getClassLoader() == storage.getClassLoader()
          && type.getName().equals(TracingApi.SPAN)) {
        return type;
      }
    }
    return null;
  }

  /** Lets the applications' classes go free of everything of the agent's. */
  public void forget() {
    for (WeakReference<Class<?>> reference : known.spans) {
      Class<?> span = reference.get();
      if (span != null) {
        apis.remove(span);
      }
    }
    known = new Known(new ArrayList<>());
  }

  @Override
  public @Nullable TraceContext current() {
    Known now = known;
    if (now.spans.isEmpty()) {
      return null;
    }
    Class<?> span = now.spanSeenFrom(Thread.currentThread().getContextClassLoader());
    TracingApi api = span == null ? null : apis.get(span);
    return api == null ? null : api.current();
  }

  /** The copies in use, and which of them the threads of a context class loader see. */
  private static final class Known {
    final List<WeakReference<Class<?>>> spans;
    private final WeakIdentityMap<ClassLoader, WeakReference<@Nullable Class<?>>> byContext =
        new WeakIdentityMap<>();

    Known(List<WeakReference<Class<?>>> spans) {
      this.spans = spans;
    }

    @Nullable Class<?> spanSeenFrom(@Nullable ClassLoader context) {
      ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
      WeakReference<@Nullable Class<?>> seen = byContext.get(loader);
      if (seen == null) {
        Class<?> found = find(loader);
        seen = found == null ? NONE : new WeakReference<>(found);
        byContext.put(loader, seen);
      }
      return seen.get();
    }

    /** The copy of the loader or its nearest parent; threads of pools often name the system's. */
    private @Nullable Class<?> find(ClassLoader from) {
      for (ClassLoader loader = from; loader != null; loader = loader.getParent()) {
        for (WeakReference<Class<?>> reference : spans) {
          Class<?> span = reference.get();
          if (span != null && span.getClassLoader() == loader) {
            return span;
          }
        }
      }
      return spans.size() == 1 ? spans.get(0).get() : null;
    }
  }
}
