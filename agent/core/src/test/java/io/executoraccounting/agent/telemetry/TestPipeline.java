/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.agent.config.AgentConfig;
import io.executoraccounting.agent.config.ConfigLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A pipeline as it is started from a configuration file, with the lines it writes. */
final class TestPipeline implements AutoCloseable {
  static final long CLOSE_MILLIS = 20_000;

  final LogLines log = new LogLines();
  private final Pipeline pipeline;

  private TestPipeline(Function<CompletedCall, AccountingRecord> rule, AgentConfig config) {
    pipeline =
        Pipeline.start(
            config, Samples.PROCESS, Samples.attribution(rule), List.of(), new Drops(), log);
  }

  /** Starts one with those lines of configuration. */
  static TestPipeline start(
      Function<CompletedCall, AccountingRecord> rule, Path directory, String... configuration)
      throws IOException {
    return new TestPipeline(rule, config(directory, configuration));
  }

  static AgentConfig config(Path directory, String... configuration) throws IOException {
    List<String> lines = new ArrayList<>(List.of(configuration));
    lines.add("otel.service.name=orders");
    Path file = Files.write(Files.createTempFile(directory, "agent", ".properties"), lines);
    return ConfigLoader.load(file.toString()).config();
  }

  Pipeline pipeline() {
    return pipeline;
  }

  void accept(CompletedCall call) {
    pipeline.accept(call);
  }

  @Override
  public void close() {
    pipeline.close(CLOSE_MILLIS);
  }
}
