/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import org.jspecify.annotations.Nullable;

/**
 * Whether code may be taken from a place: not where others may put theirs. Reads permissions by
 * {@code java.nio.file}, so not for the application's main thread.
 */
final class FolderTrust {
  private FolderTrust() {}

  /** Why not, in words that follow a colon; null where it may. */
  static @Nullable String refusal(File place) {
    try {
      if (!place.exists()) {
        return place + " does not exist";
      }
      return Files.getPosixFilePermissions(place.toPath())
              .contains(PosixFilePermission.OTHERS_WRITE)
          ? place + " is writable by others; take that right away with chmod o-w"
          : null;
    } catch (UnsupportedOperationException noPosix) {
      return null;
    } catch (IOException | RuntimeException unreadable) {
      return "the permissions of " + place + " cannot be read";
    }
  }
}
