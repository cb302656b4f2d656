/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.testing.otlp.OtlpLines;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Reads the files that the exporter under test wrote. */
final class RecordFiles {
  private RecordFiles() {}

  /** The records' numbers in the file's order; empty if there is no file. */
  static List<Long> sequences(Path file) throws IOException {
    return Files.exists(file)
        ? OtlpLines.read(file).stream()
            .map(ReceivedSpan::sequence)
            .filter(Objects::nonNull)
            .toList()
        : List.of();
  }
}
