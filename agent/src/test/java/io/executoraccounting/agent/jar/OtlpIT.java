/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.otlp.GrpcReceiver;
import io.executoraccounting.testing.otlp.OtlpReceiver;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import io.executoraccounting.testing.otlp.ReceivedSpans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both protocols work with the exporters as they are in the jar: moved, and in their own loader.
 */
class OtlpIT {
  private static final String RULE = "-Dexecutor.policy.tickets.executor=!agent:support-bot";

  @TempDir Path folder;

  static Stream<Path> jdks() {
    return Jdks.homes();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void recordsAreSentOverHttp(Path javaHome) throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      run(javaHome, receiver.endpoint(), "http/protobuf");

      assertRecorded(receiver.spans());
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void recordsAreSentOverGrpc(Path javaHome) throws Exception {
    try (GrpcReceiver receiver = GrpcReceiver.start()) {
      run(javaHome, receiver.endpoint(), "grpc");

      assertRecorded(receiver.spans());
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void brokenRulesAreNamedAndCounted(Path javaHome) throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      String said = run(javaHome, receiver.endpoint(), "http/protobuf", RULE);

      assertThat(receiver.spans().all())
          .anyMatch(span -> span.strings("executor.policy.violations").equals(List.of("tickets")));
      assertThat(receiver.sums().values().values()).containsExactly(1L);
      assertThat(said).contains("policy rule tickets: broken for the first time");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void brokenRulesAreCountedOverGrpc(Path javaHome) throws Exception {
    try (GrpcReceiver receiver = GrpcReceiver.start()) {
      run(javaHome, receiver.endpoint(), "grpc", RULE);

      assertThat(receiver.sums().values().values()).containsExactly(1L);
    }
  }

  /** What the agent said. */
  private String run(Path javaHome, String endpoint, String protocol, String... more)
      throws Exception {
    List<String> options = new ArrayList<>(List.of(more));
    options.add("-Dexecutor.exporter=otlp");
    options.add("-Dotel.exporter.otlp.endpoint=" + endpoint);
    options.add("-Dotel.exporter.otlp.protocol=" + protocol);
    ForkedJvm.Result result =
        new ActsAsProgram(folder).run(javaHome, options.toArray(String[]::new));
    assertThat(result.exitCode()).isZero();
    assertThat(result.err().lines())
        .allMatch(line -> line.contains("records are sent") || line.contains("policy"));
    return result.err();
  }

  /** What was flushed when the program ended. */
  private static void assertRecorded(ReceivedSpans spans) {
    assertThat(spans.all())
        .filteredOn(span -> span.sequence() != null)
        .singleElement()
        .extracting(ReceivedSpan::name, span -> span.string("executor.id"))
        .containsExactly("GET /tickets/{id}", "agent:support-bot");
  }
}
