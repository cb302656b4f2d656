/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.config.AgentLogger;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes records to a file, on the pipeline's thread. */
final class FileRecordExporter implements RecordExporter {
  private final RotatingFile file;
  private final SpanMaker spans;
  private final Outage outage;
  private final Losses losses = new Losses();

  FileRecordExporter(File path, long maxBytes, int maxFiles, SpanMaker spans, AgentLogger log) {
    this.file = new RotatingFile(path, maxBytes, maxFiles);
    this.spans = spans;
    this.outage = new Outage(log, "records file " + path);
  }

  @Override
  public void export(Batch batch) {
    List<LostRecords> told = losses.take();
    List<SpanData> all = new ArrayList<>(batch.spans().size() + told.size());
    for (LostRecords lost : told) {
      all.add(spans.gap(lost));
    }
    all.addAll(batch.spans());
    try {
      file.append(OtlpJson.lines(all));
      outage.worked();
    } catch (IOException | RuntimeException | LinkageError e) {
      losses.addAll(told);
      losses.add(batch.numbers());
      outage.failed(
          "it cannot be written (" + reason(e) + ")",
          "make room, or set executor.file.path to a directory that can be written",
          batch.records());
    }
  }

  private static @Nullable String reason(Throwable failure) {
    return failure instanceof IOException
        ? failure.getMessage()
        : failure.getClass().getSimpleName();
  }

  @Override
  public boolean idle() {
    if (!losses.isEmpty()) {
      export(new Batch());
    }
    return false;
  }

  @Override
  public void close() {
    idle();
    file.close();
    outage.close();
  }

  @Override
  public long lost() {
    return outage.lost();
  }
}
