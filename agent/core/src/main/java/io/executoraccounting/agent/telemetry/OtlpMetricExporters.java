/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.config.OtlpConfig;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporterBuilder;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Opens OpenTelemetry's exporters as they are configured, as {@link OtlpSpanExporters} does. */
final class OtlpMetricExporters {
  private OtlpMetricExporters() {}

  /**
   * @throws IOException if a certificate or key cannot be read
   */
  static MetricExporter open(OtlpConfig config, String url, ExecutorService threads)
      throws IOException {
    return config.protocol() == OtlpConfig.Protocol.GRPC
        ? grpc(config, url, threads)
        : http(config, url, threads);
  }

  private static MetricExporter http(OtlpConfig config, String url, ExecutorService threads)
      throws IOException {
    OtlpHttpMetricExporterBuilder builder =
        OtlpHttpMetricExporter.builder()
            .setEndpoint(url)
            .setTimeout(config.timeoutMillis(), TimeUnit.MILLISECONDS)
            .setConnectTimeout(config.timeoutMillis(), TimeUnit.MILLISECONDS)
            .setCompression(config.compression().toString())
            .setMeterProvider(MeterProvider.noop())
            .setComponentLoader(OtlpTransport.ownComponents())
            .setExecutorService(threads);
    OtlpTransport.authenticate(
        config, builder::addHeader, builder::setTrustedCertificates, builder::setClientTls);
    return builder.build();
  }

  private static MetricExporter grpc(OtlpConfig config, String url, ExecutorService threads)
      throws IOException {
    OtlpGrpcMetricExporterBuilder builder =
        OtlpGrpcMetricExporter.builder()
            .setEndpoint(url)
            .setTimeout(config.timeoutMillis(), TimeUnit.MILLISECONDS)
            .setConnectTimeout(config.timeoutMillis(), TimeUnit.MILLISECONDS)
            .setCompression(config.compression().toString())
            .setMeterProvider(MeterProvider.noop())
            .setComponentLoader(OtlpTransport.ownComponents())
            .setExecutorService(threads);
    OtlpTransport.authenticate(
        config, builder::addHeader, builder::setTrustedCertificates, builder::setClientTls);
    return builder.build();
  }
}
