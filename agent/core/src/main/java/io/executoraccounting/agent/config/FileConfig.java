/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.File;

/** Records in files: OTLP JSON, one {@code ExportTraceServiceRequest} a line. Immutable. */
public final class FileConfig {
  static final ConfigKey<File> PATH =
      ConfigKey.withDefault(
          "executor.file.path",
          new PathParser(),
          "executor-accounting/records-<pid>.jsonl",
          "The file that records are appended to; `<pid>` is replaced by the process id. Its"
              + " directory is made when the first record comes.",
          "Put it on a volume that outlives the container; the Collector's otlpjsonfile receiver"
              + " reads it.");
  static final ConfigKey<Long> MAX_SIZE =
      ConfigKey.withDefault(
          "executor.file.max-size",
          QuantityParser.size("4KB", 4096),
          "64MB",
          "A file that would grow beyond this is renamed and a new one begun; of the old"
              + " ones `records.1.jsonl` is the newest.",
          "Together with `executor.file.max-files` it bounds the disk space that is used.");
  static final ConfigKey<Integer> MAX_FILES =
      ConfigKey.withDefault(
          "executor.file.max-files",
          new CountParser(1, 1000),
          "8",
          "How many files are kept, the current one included; the oldest is deleted.",
          "Have them collected before that many are full.");

  private final File path;
  private final long maxBytes;
  private final int maxFiles;

  private FileConfig(File path, long maxBytes, int maxFiles) {
    this.path = path;
    this.maxBytes = maxBytes;
    this.maxFiles = maxFiles;
  }

  static FileConfig read(Settings settings) {
    return new FileConfig(
        settings.value(PATH), settings.value(MAX_SIZE), settings.value(MAX_FILES));
  }

  /** May contain {@code <pid>}. */
  public File path() {
    return path;
  }

  public long maxBytes() {
    return maxBytes;
  }

  public int maxFiles() {
    return maxFiles;
  }
}
