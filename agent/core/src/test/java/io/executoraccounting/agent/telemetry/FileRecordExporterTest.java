/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.executoraccounting.testing.otlp.OtlpLines;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRecordExporterTest {
  @TempDir Path directory;

  private final LogLines log = new LogLines();
  private final SpanMaker spans = Pipelines.spans(Samples::plain);

  private FileRecordExporter exporter(Path file, long maxBytes, int maxFiles) {
    return new FileRecordExporter(file.toFile(), maxBytes, maxFiles, spans, log);
  }

  private Batch batch(long firstSequence, int records) {
    Batch batch = new Batch();
    for (long n = firstSequence; n < firstSequence + records; n++) {
      batch.addRecord(spans.record(Samples.call("GET /"), n), n);
    }
    return batch;
  }

  @Test
  void writesRequestsThatTheProtocolsOwnParserReads() throws Exception {
    Path file = directory.resolve("records.jsonl");
    FileRecordExporter exporter = exporter(file, 1 << 20, 8);
    exporter.export(batch(1, 3));
    exporter.export(batch(4, 2));
    exporter.close();
    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(RecordFiles.sequences(file)).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(OtlpLines.read(file).get(0).span().getTraceId().size()).isEqualTo(16);
  }

  @Test
  void writesWhatChangedAsAnEventAsWell() throws Exception {
    Path file = directory.resolve("records.jsonl");
    Batch batch = new Batch();
    batch.addRecord(Pipelines.spans(Samples::rich).record(Samples.richCall(), 1), 1);
    FileRecordExporter exporter = exporter(file, 1 << 20, 8);
    exporter.export(batch);
    exporter.close();
    ReceivedSpan span = OtlpLines.read(file).get(0);
    assertThat(span.event("executor.changed"))
        .containsEntry("executor.change.kind", "exchange")
        .hasSize(3);
    assertThat(span.attributes()).containsEntry("executor.authority.scopes.effective", List.of());
  }

  @Test
  void makesFileAndDirectoryWithTheFirstRecord() {
    Path file = directory.resolve("a/b/records.jsonl");
    FileRecordExporter exporter = exporter(file, 1 << 20, 8);
    exporter.idle();
    assertThat(directory.resolve("a")).doesNotExist();
    exporter.export(batch(1, 1));
    assertThat(file).exists();
    exporter.close();
  }

  @Test
  void replacesThePlaceholderByTheProcessId() throws Exception {
    Path pattern = directory.resolve("records-<pid>.jsonl");
    try (TestPipeline pipeline =
        TestPipeline.start(Samples::plain, directory, "executor.file.path=" + pattern)) {
      pipeline.accept(Samples.call("GET /"));
    }
    Path file = directory.resolve("records-" + ProcessHandle.current().pid() + ".jsonl");
    assertThat(RecordFiles.sequences(file)).containsExactly(1L);
  }

  @Test
  void keepsLinesShortEnoughForTheCollectorsReader() throws Exception {
    Path file = directory.resolve("records.jsonl");
    FileRecordExporter exporter = exporter(file, 1 << 30, 8);
    exporter.export(batch(1, Batch.MAX_SPANS));
    exporter.close();
    assertThat(Files.readAllLines(file)).allMatch(line -> line.length() < 1 << 20);
    assertThat(RecordFiles.sequences(file)).hasSize(Batch.MAX_SPANS);
  }

  @Test
  void keepsTheConfiguredNumberOfFilesOfTheConfiguredSize() throws Exception {
    Path file = directory.resolve("records.jsonl");
    FileRecordExporter exporter = exporter(file, 4096, 3);
    for (int i = 1; i <= 40; i++) {
      exporter.export(batch(i, 1));
    }
    exporter.close();
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files)
          .extracting(path -> path.getFileName().toString())
          .containsExactlyInAnyOrder("records.jsonl", "records.1.jsonl", "records.2.jsonl");
    }
    assertThat(Files.size(file)).isLessThanOrEqualTo(4096);
  }

  @Test
  void rotatesWithoutLosingALine() throws Exception {
    Path file = directory.resolve("records.jsonl");
    FileRecordExporter exporter = exporter(file, 4096, 100);
    for (int i = 1; i <= 40; i++) {
      exporter.export(batch(i, 1));
    }
    exporter.close();
    List<Long> all = new ArrayList<>();
    for (int i = 99; i >= 1; i--) {
      all.addAll(RecordFiles.sequences(directory.resolve("records." + i + ".jsonl")));
    }
    all.addAll(RecordFiles.sequences(file));
    assertThat(all).containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
  }

  @Test
  void goesOnWithAFileThatIsThere() throws Exception {
    Path file = directory.resolve("records.jsonl");
    FileRecordExporter first = exporter(file, 1 << 20, 8);
    first.export(batch(1, 1));
    first.close();
    FileRecordExporter second = exporter(file, 1 << 20, 8);
    second.export(batch(2, 1));
    second.close();
    assertThat(RecordFiles.sequences(file)).containsExactly(1L, 2L);
  }

  @Test
  void beginsAnewWhereSomebodyTookTheFileAway() throws Exception {
    Path file = directory.resolve("records.jsonl");
    FileRecordExporter exporter = exporter(file, 1 << 20, 8);
    exporter.export(batch(1, 1));
    Files.move(file, directory.resolve("taken.jsonl"));
    exporter.export(batch(2, 1));
    exporter.close();
    assertThat(RecordFiles.sequences(file)).containsExactly(2L);
  }

  @Test
  void fullDiskIsSaidOnceAndCounted() throws Exception {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    Path file = Files.createSymbolicLink(directory.resolve("records.jsonl"), full);
    FileRecordExporter exporter = exporter(file, 1 << 20, 8);
    exporter.export(batch(1, 2));
    exporter.export(batch(3, 2));
    assertThat(exporter.lost()).isEqualTo(4);
    assertThat(log.lines())
        .singleElement()
        .asString()
        .contains("records.jsonl: it cannot be written")
        .contains("executor.file.path");
    exporter.close();
  }

  @Test
  void saysInTheFileWhatItMissedOnceThereIsRoomAgain() throws Exception {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    Path file = Files.createSymbolicLink(directory.resolve("records.jsonl"), full);
    FileRecordExporter exporter = exporter(file, 1 << 20, 8);
    exporter.export(batch(1, 2));
    Files.delete(file);
    exporter.export(batch(3, 1));
    exporter.close();
    List<ReceivedSpan> spans = OtlpLines.read(file);
    assertThat(spans.get(0).attributes())
        .containsEntry("executor.record.dropped", 2L)
        .containsEntry("executor.record.dropped.first_sequence", 1L)
        .containsEntry("executor.record.dropped.last_sequence", 2L)
        .containsEntry("executor.record.dropped.reason", "export_failed");
    assertThat(RecordFiles.sequences(file)).containsExactly(3L);
  }

  @Test
  void directoryThatCannotBeMadeIsSaidOnceAndCounted() throws Exception {
    // Also root cannot make a directory below a file.
    Path file = Files.createFile(directory.resolve("file")).resolve("records.jsonl");
    FileRecordExporter exporter = exporter(file, 1 << 20, 8);
    exporter.export(batch(1, 2));
    exporter.export(batch(3, 1));
    exporter.close();
    assertThat(exporter.lost()).isEqualTo(3);
    assertThat(log.lines()).filteredOn(line -> line.contains("dropped and counted")).hasSize(1);
  }
}
