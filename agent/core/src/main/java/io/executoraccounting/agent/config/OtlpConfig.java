/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.File;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records sent by OTLP, by the keys that OpenTelemetry has for it; the forms for traces alone go
 * first. Immutable. Source: OpenTelemetry specification, OTLP exporter configuration.
 */
public final class OtlpConfig {
  /** How OTLP is spoken. */
  public enum Protocol {
    HTTP_PROTOBUF("http/protobuf"),
    GRPC("grpc");

    private final String value;

    Protocol(String value) {
      this.value = value;
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /** How requests are compressed. */
  public enum Compression {
    NONE("none"),
    GZIP("gzip");

    private final String value;

    Compression(String value) {
      this.value = value;
    }

    @Override
    public String toString() {
      return value;
    }
  }

  static final ConfigKey<String> ENDPOINT =
      ConfigKey.optional(
          "otel.exporter.otlp.endpoint",
          new UrlParser(),
          "Where records are sent. Over HTTP `/v1/traces` is appended to it, and `/v1/metrics` for"
              + " the counts of [broken rules](policy.md#the-counter). Without it"
              + " `http://localhost:4318`, with `grpc` `http://localhost:4317`.",
          "Setting it is all that is needed to send records to a backend.");
  static final ConfigKey<String> TRACES_ENDPOINT = ENDPOINT.forTraces();
  static final ConfigKey<Protocol> PROTOCOL =
      ConfigKey.optional(
          "otel.exporter.otlp.protocol",
          new ChoiceParser<>(Protocol.values()),
          "How OTLP is spoken; `http/protobuf` if it is not set.",
          "Leave it unless the backend takes gRPC alone.");
  static final ConfigKey<Protocol> TRACES_PROTOCOL = PROTOCOL.forTraces();
  static final ConfigKey<Map<String, String>> HEADERS =
      ConfigKey.optional(
              "otel.exporter.otlp.headers",
              new PairsParser(),
              "Headers of each request; the value is never logged.",
              "Give a backend's token by the environment variable or the file, since a command"
                  + " line can be read by others.")
          .secret();
  static final ConfigKey<Map<String, String>> TRACES_HEADERS = HEADERS.forTraces();
  static final ConfigKey<Long> TIMEOUT =
      ConfigKey.optional(
          "otel.exporter.otlp.timeout",
          QuantityParser.duration("1ms", 1),
          "How long one request may take; 10 s if it is not set.",
          "The application never waits for it.");
  static final ConfigKey<Long> TRACES_TIMEOUT = TIMEOUT.forTraces();
  static final ConfigKey<Compression> COMPRESSION =
      ConfigKey.optional(
          "otel.exporter.otlp.compression",
          new ChoiceParser<>(Compression.values()),
          "How requests are compressed; `none` if it is not set.",
          "`gzip` where traffic costs more than CPU: records compress to about a tenth.");
  static final ConfigKey<Compression> TRACES_COMPRESSION = COMPRESSION.forTraces();
  static final ConfigKey<File> CERTIFICATE =
      ConfigKey.optional(
          "otel.exporter.otlp.certificate",
          new PathParser(),
          "PEM file of the certificates the backend is trusted by; the JVM's own if it is not set.",
          "Set it for a backend with a private certificate authority.");
  static final ConfigKey<File> TRACES_CERTIFICATE = CERTIFICATE.forTraces();
  static final ConfigKey<File> CLIENT_KEY =
      ConfigKey.optional(
          "otel.exporter.otlp.client.key",
          new PathParser(),
          "PEM file of the private key (PKCS 8) the agent shows a backend that asks for one.",
          "Needs `otel.exporter.otlp.client.certificate` as well.");
  static final ConfigKey<File> TRACES_CLIENT_KEY = CLIENT_KEY.forTraces();
  static final ConfigKey<File> CLIENT_CERTIFICATE =
      ConfigKey.optional(
          "otel.exporter.otlp.client.certificate",
          new PathParser(),
          "PEM file of the certificate chain that belongs to the key.",
          "Needs `otel.exporter.otlp.client.key` as well.");
  static final ConfigKey<File> TRACES_CLIENT_CERTIFICATE = CLIENT_CERTIFICATE.forTraces();

  private static final long DEFAULT_TIMEOUT_MILLIS = 10_000;

  private final @Nullable String tracesEndpoint;
  private final @Nullable String endpoint;
  private final Protocol protocol;
  private final Map<String, String> headers;
  private final long timeoutMillis;
  private final Compression compression;
  private final @Nullable File certificate;
  private final @Nullable File clientKey;
  private final @Nullable File clientCertificate;

  private OtlpConfig(Settings settings) {
    tracesEndpoint = settings.optional(TRACES_ENDPOINT);
    endpoint = settings.optional(ENDPOINT);
    Protocol spoken = settings.forTraces(TRACES_PROTOCOL, PROTOCOL);
    protocol = spoken == null ? Protocol.HTTP_PROTOBUF : spoken;
    Map<String, String> given = settings.forTraces(TRACES_HEADERS, HEADERS);
    headers = given == null ? Collections.emptyMap() : given;
    Long timeout = settings.forTraces(TRACES_TIMEOUT, TIMEOUT);
    timeoutMillis = timeout == null ? DEFAULT_TIMEOUT_MILLIS : timeout;
    Compression compressed = settings.forTraces(TRACES_COMPRESSION, COMPRESSION);
    compression = compressed == null ? Compression.NONE : compressed;
    certificate = settings.forTraces(TRACES_CERTIFICATE, CERTIFICATE);
    clientKey = settings.forTraces(TRACES_CLIENT_KEY, CLIENT_KEY);
    clientCertificate = settings.forTraces(TRACES_CLIENT_CERTIFICATE, CLIENT_CERTIFICATE);
  }

  static OtlpConfig read(Settings settings) {
    return new OtlpConfig(settings);
  }

  static List<ConfigKey<?>> keys() {
    return Arrays.asList(
        ENDPOINT,
        PROTOCOL,
        HEADERS,
        TIMEOUT,
        COMPRESSION,
        CERTIFICATE,
        CLIENT_KEY,
        CLIENT_CERTIFICATE,
        TRACES_ENDPOINT,
        TRACES_PROTOCOL,
        TRACES_HEADERS,
        TRACES_TIMEOUT,
        TRACES_COMPRESSION,
        TRACES_CERTIFICATE,
        TRACES_CLIENT_KEY,
        TRACES_CLIENT_CERTIFICATE);
  }

  boolean isEndpointConfigured() {
    return tracesEndpoint != null || endpoint != null;
  }

  /** The complete URL that records are sent to. */
  public String url() {
    return tracesEndpoint == null ? url("v1/traces") : tracesEndpoint;
  }

  /**
   * The complete URL that counts are sent to; null where only traces have an endpoint, which need
   * not take anything else.
   */
  public @Nullable String metricsUrl() {
    return tracesEndpoint != null && endpoint == null ? null : url("v1/metrics");
  }

  private String url(String path) {
    if (protocol == Protocol.GRPC) {
      return endpoint == null ? "http://localhost:4317" : endpoint;
    }
    String base = endpoint == null ? "http://localhost:4318" : endpoint;
    return base.endsWith("/") ? base + path : base + '/' + path;
  }

  public Protocol protocol() {
    return protocol;
  }

  /** May hold secrets: never to be logged. */
  public Map<String, String> headers() {
    return headers;
  }

  public long timeoutMillis() {
    return timeoutMillis;
  }

  public Compression compression() {
    return compression;
  }

  public @Nullable File certificate() {
    return certificate;
  }

  public @Nullable File clientKey() {
    return clientKey;
  }

  public @Nullable File clientCertificate() {
    return clientCertificate;
  }
}
