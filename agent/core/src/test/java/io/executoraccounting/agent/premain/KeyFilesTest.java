/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.agent.config.ConfigLoader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsNotThereIsSaidWithItsKeyAndWhatToDo() {
    File missing = folder.resolve("missing.key").toFile();

    assertThatThrownBy(() -> new KeyFiles(singletonList(missing)).fingerprinter())
        .isInstanceOf(IOException.class)
        .hasMessage(
            "executor.fingerprint.key-file: "
                + missing
                + " is not there; name a file with 32 random bytes");
  }

  @Test
  void aFileThatIsTooShortIsSaidWithItsKey() throws IOException {
    Path file = Files.write(folder.resolve("short.key"), new byte[10]);

    assertThatThrownBy(() -> new KeyFiles(singletonList(file.toFile())).fingerprinter())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("executor.fingerprint.key-file: " + file + " does not hold");
  }

  @Test
  void aFileThatOthersMayReadIsSaidWithItsKey() throws Exception {
    Path file = Files.write(folder.resolve("open.key"), new byte[32]);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Path config = Files.createFile(folder.resolve("agent.properties"));
    AgentLog log = AgentLog.open(ConfigLoader.load(config.toString()).config().log());

    assertThatThrownBy(() -> new KeyFiles(singletonList(file.toFile())).refuseShared(log))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("executor.fingerprint.key-file: " + file + " may be read");
  }
}
