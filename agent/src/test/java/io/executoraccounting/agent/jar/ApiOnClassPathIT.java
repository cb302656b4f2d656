/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that is built against the API brings a copy of its own. */
class ApiOnClassPathIT {
  @TempDir Path folder;

  static Stream<Path> jdks() {
    return Jdks.homes();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void agentStartsAndItsCopyIsTheOneInForce(Path javaHome) throws Exception {
    ForkedJvm.Result result = new ActsAsProgram(folder).run(javaHome);

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("answered 204\nloader null\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void whoTheProgramSaysItActsAsIsRecorded(Path javaHome) throws Exception {
    Path records = folder.resolve("records.jsonl");

    new ActsAsProgram(folder)
        .run(javaHome, "-Dexecutor.exporter=file", "-Dexecutor.file.path=" + records);

    assertThat(Files.readString(records))
        .contains("{\"key\":\"executor.id\",\"value\":{\"stringValue\":\"agent:support-bot\"}}");
  }
}
