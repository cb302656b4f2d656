/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.identity.FingerprintKey;
import io.executoraccounting.agent.identity.Fingerprinter;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;

/** The configured keys: the first is used, those it replaced are for the command line to know. */
final class KeyFiles {
  private static final String KEY = "executor.fingerprint.key-file: ";

  private final List<File> files;

  KeyFiles(List<File> files) {
    this.files = files;
  }

  /**
   * @throws IOException if the key cannot be had: another one would make fingerprints that match
   *     nobody's
   */
  Fingerprinter fingerprinter() throws IOException {
    if (files.isEmpty()) {
      return Fingerprinter.random();
    }
    File current = files.get(0);
    try {
      return FingerprintKey.read(current);
    } catch (FileNotFoundException e) {
      String why = current.exists() ? " cannot be read" : " is not there";
      throw new IOException(KEY + current + why + "; name a file with 32 random bytes", e);
    } catch (IOException e) {
      throw new IOException(KEY + e.getMessage(), e);
    }
  }

  /**
   * For the agent's own thread. A former key that is gone is no reason to record nothing: deleting
   * it is how a rotation ends.
   *
   * @throws IOException if one of them is in reach of others; the message says what to do
   */
  void refuseShared(AgentLog log) throws IOException {
    for (int i = 0; i < files.size(); i++) {
      File file = files.get(i);
      if (i > 0 && !file.exists()) {
        log.warn(KEY + "the former key " + file + " is gone; take it out of the list");
      } else {
        refuseIfShared(file);
      }
    }
  }

  private static void refuseIfShared(File file) throws IOException {
    try {
      FingerprintKey.refuseIfShared(file);
    } catch (IOException e) {
      throw new IOException(KEY + e.getMessage(), e);
    }
  }
}
