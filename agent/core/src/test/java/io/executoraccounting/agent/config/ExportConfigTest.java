/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportConfigTest {
  private static ExportConfig load(String... pairs) {
    Map<String, String> properties = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.put(pairs[i], pairs[i + 1]);
    }
    LoadedConfig loaded = ConfigLoader.load(null, properties, Map.of());
    assertThat(loaded.problems()).isEmpty();
    return loaded.config().export();
  }

  @Test
  void anEndpointIsEnoughToSendRecords() {
    assertThat(load("otel.exporter.otlp.endpoint", "http://host:4318").exporters())
        .containsExactly(ExporterKind.OTLP);
    assertThat(load("otel.exporter.otlp.traces.endpoint", "http://host:4318").exporters())
        .containsExactly(ExporterKind.OTLP);
  }

  @Test
  void theExporterThatIsNamedIsUsed() {
    assertThat(load("executor.exporter", "otlp, file").exporters())
        .containsExactly(ExporterKind.OTLP, ExporterKind.FILE);
    assertThat(load("executor.exporter", "none").exporters()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://host:4318, http://host:4318/v1/traces",
    "http://host/base/, http://host/base/v1/traces",
  })
  void pathOfTracesIsAppendedToTheEndpoint(String endpoint, String url) {
    assertThat(load("otel.exporter.otlp.endpoint", endpoint).otlp().url()).isEqualTo(url);
  }

  @Test
  void endpointOfTracesIsUsedAsItIs() {
    assertThat(
            load(
                    "otel.exporter.otlp.endpoint", "http://a",
                    "otel.exporter.otlp.traces.endpoint", "http://b/otlp")
                .otlp()
                .url())
        .isEqualTo("http://b/otlp");
  }

  @Test
  void grpcHasItsOwnPortAndNoPath() {
    assertThat(load("otel.exporter.otlp.protocol", "grpc").otlp().url())
        .isEqualTo("http://localhost:4317");
    assertThat(load().otlp().url()).isEqualTo("http://localhost:4318/v1/traces");
  }

  @Test
  void whatIsSaidOfTracesGoesFirst() {
    OtlpConfig otlp =
        load(
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.exporter.otlp.traces.protocol", "grpc",
                "otel.exporter.otlp.headers", "a=1",
                "otel.exporter.otlp.traces.headers", "b=2,c=x%2Cy+z",
                "otel.exporter.otlp.timeout", "1s",
                "otel.exporter.otlp.traces.timeout", "2000",
                "otel.exporter.otlp.traces.compression", "gzip")
            .otlp();
    assertThat(otlp.protocol()).isEqualTo(OtlpConfig.Protocol.GRPC);
    assertThat(otlp.headers()).isEqualTo(Map.of("b", "2", "c", "x,y+z"));
    assertThat(otlp.timeoutMillis()).isEqualTo(2000);
    assertThat(otlp.compression()).isEqualTo(OtlpConfig.Compression.GZIP);
  }

  @ParameterizedTest
  @CsvSource({"65536, 65536", "64KB, 65536", "1 mb, 1048576", "2GB, 2147483648", "4096B, 4096"})
  void sizesHaveUnits(String text, long bytes) {
    assertThat(load("executor.file.max-size", text).file().maxBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "executor.file.max-size, 1KB",
    "executor.file.max-size, 99999999999GB",
    "executor.file.max-files, 0",
    "executor.exporter, kafka",
    "executor.exporter, 'none,file'",
    "otel.exporter.otlp.endpoint, localhost:4318",
    "otel.exporter.otlp.endpoint, ftp://host",
    "otel.exporter.otlp.protocol, http/json",
    "otel.exporter.otlp.headers, novalue",
    "otel.exporter.otlp.headers, a=%zz",
    "otel.exporter.otlp.timeout, soon",
    "executor.human.pseudonymise, yes",
    "executor.credential.id, hashed",
    "executor.log.level, loud",
    "executor.agent.entrypoints, com.acme.Bot",
    "executor.agent.entrypoints, com..Bot#run",
    "executor.environment.prod, https://host/",
  })
  void whatDoesNotFitIsSaid(String key, String value) {
    assertThat(ConfigLoader.load(null, Map.of(key, value), Map.of()).problems())
        .singleElement()
        .asString()
        .startsWith("system property: " + key + "=")
        .contains(": expected ");
  }
}
