/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where records go and how many may wait. Immutable. */
public final class ExportConfig {
  static final ConfigKey<Set<ExporterKind>> EXPORTER =
      ConfigKey.optional(
          "executor.exporter",
          new ExportersParser(),
          "Where records go. If it is not set: `otlp` where an OTLP endpoint is configured, else"
              + " `file`.",
          "`otlp,file` keeps a copy on disk beside what is sent; `none` only for trials.");
  static final ConfigKey<Integer> QUEUE_SIZE =
      ConfigKey.withDefault(
          "executor.queue.size",
          new CountParser(1024, 1 << 20),
          "16384",
          "How many records may wait for the pipeline, rounded up to a power of two. When it is"
              + " full, records are dropped, counted, and said to be missing by a gap record.",
          "Raise it where gap records appear; a waiting record takes about 1 KB.");

  private final Set<ExporterKind> exporters;
  private final OtlpConfig otlp;
  private final FileConfig file;
  private final int queueSize;

  private ExportConfig(
      Set<ExporterKind> exporters, OtlpConfig otlp, FileConfig file, int queueSize) {
    this.exporters = exporters;
    this.otlp = otlp;
    this.file = file;
    this.queueSize = queueSize;
  }

  static ExportConfig read(Settings settings) {
    OtlpConfig otlp = OtlpConfig.read(settings);
    Set<ExporterKind> exporters = settings.optional(EXPORTER);
    if (exporters == null) {
      exporters = EnumSet.of(otlp.isEndpointConfigured() ? ExporterKind.OTLP : ExporterKind.FILE);
    }
    return new ExportConfig(
        Collections.unmodifiableSet(exporters),
        otlp,
        FileConfig.read(settings),
        settings.value(QUEUE_SIZE));
  }

  /** Empty for {@code none}. */
  public Set<ExporterKind> exporters() {
    return exporters;
  }

  public OtlpConfig otlp() {
    return otlp;
  }

  public FileConfig file() {
    return file;
  }

  /** In records. */
  public int queueSize() {
    return queueSize;
  }
}
