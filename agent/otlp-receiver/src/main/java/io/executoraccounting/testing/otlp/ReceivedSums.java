/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.HashMap;
import java.util.Map;

/** The last value of each series of each counter, and how often any came. */
public final class ReceivedSums {
  private final Map<String, Long> values = new HashMap<>();
  private int requests;

  synchronized void add(ExportMetricsServiceRequest request) {
    requests++;
    for (ResourceMetrics resource : request.getResourceMetricsList()) {
      String service = service(resource);
      for (ScopeMetrics scope : resource.getScopeMetricsList()) {
        for (Metric metric : scope.getMetricsList()) {
          for (NumberDataPoint point : metric.getSum().getDataPointsList()) {
            values.put(service + ' ' + metric.getName() + series(point), point.getAsInt());
          }
        }
      }
    }
  }

  private static String service(ResourceMetrics resource) {
    for (KeyValue attribute : resource.getResource().getAttributesList()) {
      if (attribute.getKey().equals("service.name")) {
        return attribute.getValue().getStringValue();
      }
    }
    return "";
  }

  private static String series(NumberDataPoint point) {
    StringBuilder series = new StringBuilder();
    for (KeyValue attribute : point.getAttributesList()) {
      series.append(' ').append(attribute.getKey());
      series.append('=').append(attribute.getValue().getStringValue());
    }
    return series.toString();
  }

  /** By {@code service metric attribute=value}. */
  public synchronized Map<String, Long> values() {
    return Map.copyOf(values);
  }

  public synchronized int requests() {
    return requests;
  }
}
