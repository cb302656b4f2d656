/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintKeyTest {
  private static final byte[] KEY = "canary-key-0123456789abcdef01234".getBytes();

  @TempDir Path folder;

  @BeforeEach
  void needsPermissions() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private Path file(byte[] content, String permissions) throws IOException {
    Path file = folder.resolve("key");
    Files.write(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------"})
  void keyOfItsOwnerIsTaken(String permissions) throws IOException {
    File file = file(KEY, permissions).toFile();

    FingerprintKey.refuseIfShared(file);

    assertThat(FingerprintKey.read(file).keyId()).isEqualTo(new Fingerprinter(KEY).keyId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
  void keyThatOthersReachIsRefused(String permissions) throws IOException {
    Path file = file(KEY, permissions);

    assertThatThrownBy(() -> FingerprintKey.refuseIfShared(file.toFile()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 5000})
  void keyOfAnotherLengthIsRefused(int length) throws IOException {
    Path file = file(new byte[length], "rw-------");

    assertThatThrownBy(() -> FingerprintKey.read(file.toFile()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("32 bytes");
  }

  @Test
  void missingKeyIsSaidToBe() {
    assertThatThrownBy(() -> FingerprintKey.read(folder.resolve("none").toFile()))
        .isInstanceOf(IOException.class);
  }
}
