/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small files with one reason to change, measured as other projects of the field are. */
class FileSizeTest {
  private static final Path PROJECT = Path.of(System.getProperty("project.folder"));

  @Test
  void productionFilesAreSmall() throws IOException {
    List<Integer> sizes = sizes();
    int median = sizes.get(sizes.size() / 2);
    int p95 = sizes.get((int) (sizes.size() * 0.95));
    int largest = sizes.get(sizes.size() - 1);
    System.out.printf(
        "production files: %d, lines: median %d, p95 %d, largest %d%n",
        sizes.size(), median, p95, largest);

    assertThat(median).isLessThanOrEqualTo(80);
    assertThat(p95).isLessThanOrEqualTo(250);
  }

  private static List<Integer> sizes() throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/main/java/"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(FileSizeTest::lines)
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static int lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return (int) lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
