/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Class files that a loader gives as resources. */
final class ResourceClassFiles implements ClassFileSource {
  private final @Nullable ClassLoader loader;

  ResourceClassFiles(@Nullable ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public byte @Nullable [] read(String binaryName) {
    String path = binaryName.replace('.', '/').concat(".class");
    try (InputStream file =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(path)
            : loader.getResourceAsStream(path)) {
      return file == null ? null : ClassFileSource.readAll(file);
    } catch (IOException | RuntimeException | LinkageError unreadable) {
      return null;
    }
  }
}
