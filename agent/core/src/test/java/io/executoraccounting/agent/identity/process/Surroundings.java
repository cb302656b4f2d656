/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.PresentedCredentialReader;
import io.executoraccounting.agent.identity.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What a process named shop, of the user app, has around it. */
final class Surroundings {
  private final Map<String, String> environment = new TreeMap<>();
  private final Path root;
  private Path svid;

  Surroundings(Path root) {
    this.root = root;
  }

  /** Names and values in turn. */
  Surroundings with(String... variables) {
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return this;
  }

  /** A file below the root of the file system. */
  Path file(String path, String content) {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Surroundings svid(Path file) {
    svid = file;
    return this;
  }

  ProcessIdentityReader reader() {
    return new ProcessIdentityReader(
        svid == null ? null : svid.toFile(), new PresentedCredentialReader(Fingerprinter.random()));
  }

  ProcessIdentity identity() {
    return reader().read(new ProcessSurroundings(environment, root.toFile(), "app", "shop"));
  }
}
