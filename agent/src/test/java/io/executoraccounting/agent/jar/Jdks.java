/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The JDKs that tests of the jar run on: {@code TEST_JAVA_HOMES} lists them, else this one. */
final class Jdks {
  private Jdks() {}

  static Stream<Path> homes() {
    String listed = System.getenv("TEST_JAVA_HOMES");
    return listed == null
        ? Stream.of(Path.of(System.getProperty("java.home")))
        : Arrays.stream(listed.split(File.pathSeparator)).map(Path::of);
  }
}
