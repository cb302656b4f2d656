/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** Where a JSON Web Key Set is: a URL or a file. Immutable. */
public final class KeySetLocation {
  private final @Nullable String url;
  private final File file;

  private KeySetLocation(@Nullable String url, File file) {
    this.url = url;
    this.file = file;
  }

  static KeySetLocation ofUrl(String url) {
    return new KeySetLocation(url, new File(""));
  }

  static KeySetLocation ofFile(File file) {
    return new KeySetLocation(null, file);
  }

  /** Null if it is a file. */
  public @Nullable String url() {
    return url;
  }

  /** Of use only where there is no URL. */
  public File file() {
    return file;
  }
}
