/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.otlp.GrpcReceiver;
import io.executoraccounting.testing.otlp.OtlpReceiver;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import io.executoraccounting.testing.otlp.ReceivedSpans;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both protocols work with the exporters as they are in the jar: moved, and in their own loader.
 */
class OtlpIT {
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

  private void run(Path javaHome, String endpoint, String protocol) throws Exception {
    ForkedJvm.Result result =
        new ActsAsProgram(folder)
            .run(
                javaHome,
                "-Dexecutor.exporter=otlp",
                "-Dotel.exporter.otlp.endpoint=" + endpoint,
                "-Dotel.exporter.otlp.protocol=" + protocol);
    assertThat(result.exitCode()).isZero();
    assertThat(result.err().lines()).allMatch(line -> line.contains("records are sent"));
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
