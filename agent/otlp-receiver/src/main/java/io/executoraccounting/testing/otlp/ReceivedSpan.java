/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.otlp;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One span with what it arrived under. */
public record ReceivedSpan(Resource resource, InstrumentationScope scope, Span span) {
  /** All spans of a request, in its order. */
  public static List<ReceivedSpan> of(ExportTraceServiceRequest request) {
    List<ReceivedSpan> spans = new ArrayList<>();
    for (ResourceSpans resource : request.getResourceSpansList()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        for (Span span : scope.getSpansList()) {
          spans.add(new ReceivedSpan(resource.getResource(), scope.getScope(), span));
        }
      }
    }
    return spans;
  }

  public String name() {
    return span.getName();
  }

  /** The span's attributes: String, Long, Boolean, Double or List of String. */
  public Map<String, Object> attributes() {
    return values(span.getAttributesList());
  }

  /** The attributes of its only event of that name. */
  public Map<String, Object> event(String name) {
    List<Span.Event> events =
        span.getEventsList().stream().filter(event -> event.getName().equals(name)).toList();
    if (events.size() != 1) {
      throw new IllegalStateException(events.size() + " events " + name);
    }
    return values(events.get(0).getAttributesList());
  }

  public Map<String, Object> resourceAttributes() {
    return values(resource.getAttributesList());
  }

  public Map<String, Object> scopeAttributes() {
    return values(scope.getAttributesList());
  }

  /** That attribute; null if there is none or it is no string. */
  public @Nullable String string(String key) {
    return attributes().get(key) instanceof String text ? text : null;
  }

  /** That attribute; empty if there is none or it is no array. */
  public List<String> strings(String key) {
    List<String> texts = new ArrayList<>();
    if (attributes().get(key) instanceof List<?> values) {
      values.forEach(value -> texts.add((String) value));
    }
    return texts;
  }

  /** That attribute; null if there is none or it is no integer. */
  public @Nullable Long integer(String key) {
    return attributes().get(key) instanceof Long number ? number : null;
  }

  /** Its number within the process; null for a span that is no accounting record. */
  public @Nullable Long sequence() {
    return integer("executor.record.sequence");
  }

  private static Map<String, Object> values(List<KeyValue> pairs) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (KeyValue pair : pairs) {
      if (values.put(pair.getKey(), value(pair.getValue())) != null) {
        throw new IllegalStateException(pair.getKey() + " is there twice");
      }
    }
    return values;
  }

  private static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream().map(AnyValue::getStringValue).toList();
      default -> throw new IllegalStateException("unexpected " + value.getValueCase());
    };
  }
}
