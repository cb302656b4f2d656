/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one extension jar below the agent's loader. Extensions are compiled against
 * Byte Buddy as it is published, so their class files are told where it lies in the agent.
 */
final class ExtensionJarLoader extends ClassLoader implements ClassFileSource, Closeable {
  static {
    ClassLoader.registerAsParallelCapable();
  }

  private final JarFile jar;

  ExtensionJarLoader(File file, ClassLoader agentLoader) throws IOException {
    super(agentLoader);
    this.jar = new JarFile(file);
  }

  /** The class file of one of its own classes, else of one of the agent's. */
  @Override
  public byte @Nullable [] read(String binaryName) {
    byte[] own = ownClassFile(binaryName);
    return own == null ? ClassFileSource.of(getParent()).read(binaryName) : own;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] file = ownClassFile(name);
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, file, 0, file.length);
  }

  /** Null where the jar has no such entry. */
  byte @Nullable [] entry(String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream content = jar.getInputStream(entry)) {
      return ClassFileSource.readAll(content);
    }
  }

  private byte @Nullable [] ownClassFile(String binaryName) {
    try {
      byte[] file = entry(binaryName.replace('.', '/').concat(".class"));
      return file == null ? null : ByteBuddyRelocation.apply(file);
    } catch (IOException | IllegalStateException closed) {
      return null;
    }
  }

  /** After this its handlers are not loaded any more. */
  @Override
  public void close() throws IOException {
    jar.close();
  }
}
