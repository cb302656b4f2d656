/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.config.OtlpConfig;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporterBuilder;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Opens OpenTelemetry's exporters as they are configured. */
final class OtlpSpanExporters {
  private OtlpSpanExporters() {}

  /**
   * @throws IOException if a certificate or key cannot be read
   */
  static SpanExporter open(OtlpConfig config, ExecutorService threads) throws IOException {
    return config.protocol() == OtlpConfig.Protocol.GRPC
        ? grpc(config, threads)
        : http(config, threads);
  }

  private static SpanExporter http(OtlpConfig config, ExecutorService threads) throws IOException {
    OtlpHttpSpanExporterBuilder builder =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(config.url())
            .setTimeout(config.timeoutMillis(), TimeUnit.MILLISECONDS)
            .setConnectTimeout(config.timeoutMillis(), TimeUnit.MILLISECONDS)
            .setCompression(config.compression().toString())
            .setRetryPolicy(RetryPolicy.getDefault())
            .setMeterProvider(MeterProvider.noop())
            .setComponentLoader(OtlpTransport.ownComponents())
            .setExecutorService(threads);
    OtlpTransport.authenticate(
        config, builder::addHeader, builder::setTrustedCertificates, builder::setClientTls);
    return builder.build();
  }

  private static SpanExporter grpc(OtlpConfig config, ExecutorService threads) throws IOException {
    OtlpGrpcSpanExporterBuilder builder =
        OtlpGrpcSpanExporter.builder()
            .setEndpoint(config.url())
            .setTimeout(config.timeoutMillis(), TimeUnit.MILLISECONDS)
            .setConnectTimeout(config.timeoutMillis(), TimeUnit.MILLISECONDS)
            .setCompression(config.compression().toString())
            .setRetryPolicy(RetryPolicy.getDefault())
            .setMeterProvider(MeterProvider.noop())
            .setComponentLoader(OtlpTransport.ownComponents())
            .setExecutorService(threads);
    OtlpTransport.authenticate(
        config, builder::addHeader, builder::setTrustedCertificates, builder::setClientTls);
    return builder.build();
  }
}
