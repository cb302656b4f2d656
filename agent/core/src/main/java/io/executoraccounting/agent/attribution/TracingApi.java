/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.TraceContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * One copy of the OpenTelemetry API (1.0 and later) that an application uses: what {@code
 * Span.current()} says. It belongs to the application's class and goes away with it.
 */
final class TracingApi {
  /** Put together, for the build moves every name of a class that it finds to a package of ours. */
  private static final String PACKAGE = String.join(".", "io", "opentelemetry", "");

  static final String SPAN = PACKAGE + "api.trace.Span";

  /** Loaded when the current context is asked for the first time, and not before. */
  static final String STORAGE = PACKAGE + "context.LazyStorage";

  private final MethodHandle currentContext;
  private final MethodHandle isValid;
  private final MethodHandle traceId;
  private final MethodHandle spanId;
  private volatile boolean broken;

  /**
   * @param span the application's {@code Span}
   * @throws ReflectiveOperationException if it is not the API that it is called
   */
  TracingApi(Class<?> span) throws ReflectiveOperationException {
    Class<?> context = Class.forName(SPAN + "Context", false, span.getClassLoader());
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    MethodHandle current = lookup.findStatic(span, "current", MethodType.methodType(span));
    MethodHandle contextOf =
        lookup.findVirtual(span, "getSpanContext", MethodType.methodType(context));
    currentContext =
        MethodHandles.filterReturnValue(current, contextOf)
            .asType(MethodType.methodType(Object.class));
    isValid = getter(lookup, context, "isValid", boolean.class);
    traceId = getter(lookup, context, "getTraceId", String.class);
    spanId = getter(lookup, context, "getSpanId", String.class);
  }

  private static MethodHandle getter(
      MethodHandles.Lookup lookup, Class<?> context, String name, Class<?> type)
      throws ReflectiveOperationException {
    return lookup
        .findVirtual(context, name, MethodType.methodType(type))
        .asType(MethodType.methodType(type, Object.class));
  }

  /** Null without a span; and for good once the API has failed. Never throws. */
  @Nullable TraceContext current() {
    if (broken) {
      return null;
    }
    try {
      Object context = (Object) currentContext.invokeExact();
      if (!(boolean) isValid.invokeExact(context)) {
        return null;
      }
      String trace = (String) traceId.invokeExact(context);
      String span = (String) spanId.invokeExact(context);
      return TraceContext.parse("00-" + trace + "-" + span + "-01");
    } catch (Throwable failed) {
      broken = true;
      return null;
    }
  }
}
