/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.weaving.ExtensionSources;
import io.executoraccounting.agent.weaving.LoadedExtension;
import java.io.File;
import java.util.Collections;
import java.util.List;

/**
 * Reads the folder of extensions on a thread of the agent's, because a folder's permissions are
 * told by {@code java.nio.file} alone, which the application's main thread must be the first to
 * touch. Premain waits: what these extensions weave may be the next class that is loaded.
 */
final class FolderReading implements Runnable {
  private final ExtensionSources sources;
  private final File folder;
  private List<LoadedExtension> found = Collections.emptyList();

  private FolderReading(ExtensionSources sources, File folder) {
    this.sources = sources;
    this.folder = folder;
  }

  static List<LoadedExtension> of(ExtensionSources sources, File folder) {
    FolderReading reading = new FolderReading(sources, folder);
    Thread thread = AgentThreads.daemon("executor-accounting-extensions", reading);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Collections.emptyList();
    }
    return reading.found;
  }

  @Override
  public void run() {
    found = sources.inFolder(folder);
  }
}
