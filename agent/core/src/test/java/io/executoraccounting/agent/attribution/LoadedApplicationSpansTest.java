/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadedApplicationSpansTest {
  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN_ID = "b7ad6b7169203331";
  private static final TraceContext EXPECTED =
      TraceContext.parse("00-" + TRACE_ID + "-" + SPAN_ID + "-01");

  private final LoadedApplicationSpans spans = new LoadedApplicationSpans();
  private final ClassLoader contextBefore = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restoreContextClassLoader() {
    Thread.currentThread().setContextClassLoader(contextBefore);
  }

  private static Class<?>[] inUse(ClassLoader loader) throws ClassNotFoundException {
    return new Class<?>[] {
      Object.class,
      Class.forName("io.opentelemetry.context.LazyStorage", true, loader),
      Class.forName("io.opentelemetry.api.trace.Span", true, loader)
    };
  }

  private static URLClassLoader application() {
    URL[] api = {jar(Span.class), jar(Context.class), jar(ComponentLoader.class)};
    return new URLClassLoader(api, ClassLoader.getPlatformClassLoader());
  }

  private static URL jar(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static Span span() {
    SpanContext context =
        SpanContext.create(TRACE_ID, SPAN_ID, TraceFlags.getSampled(), TraceState.getDefault());
    return Span.wrap(context);
  }

  @Test
  void applicationsCurrentSpanIsTold() throws Exception {
    spans.find(inUse(getClass().getClassLoader()));
    try (Scope current = span().makeCurrent()) {
      TraceContext found = spans.current();

      assertThat(found).isNotNull();
      assertThat(found.sameTrace(EXPECTED)).isTrue();
      assertThat(found.spanId()).isEqualTo(EXPECTED.spanId());
    }
    assertThat(spans.current()).isNull();
  }

  @Test
  void nothingIsToldBeforeTheApplicationUsesItsApi() {
    spans.find(new Class<?>[] {Span.class});
    try (Scope current = span().makeCurrent()) {
      assertThat(spans.current()).isNull();
    }
  }

  @Test
  void threadsOfOneApplicationSeeNoSpanOfAnother() throws Exception {
    try (URLClassLoader other = application()) {
      Class<?>[] mine = inUse(getClass().getClassLoader());
      Class<?>[] others = inUse(other);
      spans.find(new Class<?>[] {mine[1], mine[2], others[1], others[2]});
      try (Scope current = span().makeCurrent()) {
        Thread.currentThread().setContextClassLoader(other);
        assertThat(spans.current()).isNull();
        Thread.currentThread().setContextClassLoader(new ClassLoader(contextBefore) {});
        assertThat(spans.current()).isNotNull();
      }
    }
  }

  @Test
  void onlyCopyIsSeenFromEveryLoader() throws Exception {
    spans.find(inUse(getClass().getClassLoader()));
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try (Scope current = span().makeCurrent()) {
      assertThat(spans.current()).isNotNull();
    }
  }

  @Test
  void loaderWithoutAContextIsTheSystems() throws Exception {
    spans.find(inUse(getClass().getClassLoader()));
    Thread.currentThread().setContextClassLoader(null);
    try (Scope current = span().makeCurrent()) {
      assertThat(spans.current()).isNotNull();
    }
  }

  @Test
  void forgottenApiIsAskedNoMore() throws Exception {
    spans.find(inUse(getClass().getClassLoader()));
    spans.forget();
    try (Scope current = span().makeCurrent()) {
      assertThat(spans.current()).isNull();
    }
  }

  @Test
  void applicationThatIsGoneIsNotHeld() throws Exception {
    URLClassLoader application = application();
    spans.find(inUse(application));
    Thread.currentThread().setContextClassLoader(application);
    assertThat(spans.current()).isNull();
    Thread.currentThread().setContextClassLoader(contextBefore);
    WeakReference<ClassLoader> gone = new WeakReference<>(application);
    application.close();
    application = null;

    for (int i = 0; i < 50 && gone.get() != null; i++) {
      System.gc();
    }
    assertThat(gone.get()).isNull();
  }
}
