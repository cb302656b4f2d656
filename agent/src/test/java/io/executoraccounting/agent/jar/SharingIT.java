/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.probe.Quiet;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application's class-data sharing survives the agent. */
class SharingIT {
  @TempDir Path folder;

  @Test
  void classesOfTheApplicationStillComeFromItsArchive() throws Exception {
    Path application = TestJar.write(folder.resolve("application.jar"), "Main-Class", Quiet.class);
    Path archive = folder.resolve("application.jsa");
    ForkedJvm.Result dump =
        new ForkedJvm(folder.resolve("dump"))
            .with("-XX:ArchiveClassesAtExit=" + archive)
            .runJar(application.toFile());
    assertThat(dump.exitCode()).isZero();

    new ForkedJvm(folder.resolve("run"))
        .with("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:file=classes")
        .with(AgentJar.javaagent())
        .runJar(application.toFile());

    assertThat(Files.readAllLines(folder.resolve("run").resolve("classes")))
        .filteredOn(line -> line.contains(Quiet.class.getName()))
        .singleElement()
        .asString()
        .contains("shared objects file");
  }
}
