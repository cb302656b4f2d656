/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import io.executoraccounting.spi.HeaderSource;
import org.jspecify.annotations.Nullable;

/** The project that a request to a Google API is made for: {@code X-Goog-User-Project}. */
final class GoogleProject {
  private static final String APIS = ".googleapis.com";
  private static final int MAX_LENGTH = 64;

  private GoogleProject() {}

  /** Null where none is named, and of every other host. */
  static @Nullable String of(@Nullable String host, HeaderSource headers) {
    if (host == null || !host.endsWith(APIS)) {
      return null;
    }
    String project = headers.get("X-Goog-User-Project");
    return project != null && isProject(project) ? project : null;
  }

  /** An id, perhaps of a domain's ({@code example.com:project}), or a number. */
  private static boolean isProject(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && "-.:".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
