/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.config.AgentLogger;
import io.executoraccounting.agent.config.ExportConfig;
import io.executoraccounting.agent.config.ExporterKind;
import io.executoraccounting.agent.config.FileConfig;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The exporters that are configured. */
final class RecordExporters {
  private RecordExporters() {}

  /**
   * @param pid what stands for {@code <pid>} in the file's name
   */
  static List<RecordExporter> open(
      ExportConfig config, String pid, SpanMaker spans, Deadline deadline, AgentLogger log) {
    Set<ExporterKind> kinds = config.exporters();
    List<RecordExporter> exporters = new ArrayList<>();
    // The file first: it answers at once, and what waits for a backend has then been written.
    if (kinds.contains(ExporterKind.FILE)) {
      FileConfig file = config.file();
      File path = new File(file.path().getPath().replace("<pid>", pid));
      exporters.add(new FileRecordExporter(path, file.maxBytes(), file.maxFiles(), spans, log));
      log.info("records are written to " + path);
    }
    if (kinds.contains(ExporterKind.OTLP)) {
      boolean alone = kinds.size() == 1;
      exporters.add(new OtlpRecordExporter(config.otlp(), spans, deadline, alone, log));
      log.info("records are sent to " + Endpoint.shown(config.otlp().url()));
    }
    return exporters;
  }
}
