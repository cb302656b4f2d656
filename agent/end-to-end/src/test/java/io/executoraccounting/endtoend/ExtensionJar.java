/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import io.executoraccounting.spi.Extension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A folder with one extension's jar, as {@code executor.extensions.dir} wants it. */
final class ExtensionJar {
  private ExtensionJar() {}

  static Path folder(Path parent, Class<? extends Extension> extension, Class<?> handler)
      throws IOException {
    Path folder = parent.resolve(extension.getSimpleName());
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(folder.resolve("extension.jar")))) {
      jar.putNextEntry(new JarEntry("META-INF/services/" + Extension.class.getName()));
      jar.write(extension.getName().getBytes(StandardCharsets.UTF_8));
      for (Class<?> type : new Class<?>[] {extension, handler}) {
        String entry = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(entry));
        try (InputStream classFile = type.getClassLoader().getResourceAsStream(entry)) {
          classFile.transferTo(jar);
        }
      }
    }
    return folder;
  }
}
