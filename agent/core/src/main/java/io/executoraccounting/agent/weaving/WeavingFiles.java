/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * The class files that matter when one class is woven: its own as the virtual machine gave it, the
 * extension's, and the application's through its loader. Nothing is loaded.
 */
final class WeavingFiles implements ClassFileLocator {
  private static final String OURS = "io.executoraccounting.";

  private final WovenClass woven;
  private final @Nullable LoadedExtension extension;
  private final ClassFileSource application;

  private WeavingFiles(WovenClass woven, @Nullable LoadedExtension extension) {
    this.woven = woven;
    this.extension = extension;
    this.application = ClassFileSource.of(woven.loader);
  }

  /** As the woven class sees the world. */
  static WeavingFiles of(WovenClass woven) {
    return new WeavingFiles(woven, null);
  }

  /** As the handlers of an extension see the world. */
  static WeavingFiles of(WovenClass woven, LoadedExtension extension) {
    return new WeavingFiles(woven, extension);
  }

  TypePool pool() {
    return new TypePool.Default(
        new TypePool.CacheProvider.Simple(), this, TypePool.Default.ReaderMode.FAST);
  }

  @Override
  public Resolution locate(String name) {
    byte[] file = read(name);
    return file == null ? new Resolution.Illegal(name) : new Resolution.Explicit(file);
  }

  private byte @Nullable [] read(String name) {
    if (name.equals(woven.name)) {
      return woven.file;
    }
    if (extension != null && (extension.owns(name) || name.startsWith(OURS))) {
      byte[] own = extension.classFile(name);
      if (own != null) {
        return own;
      }
    }
    byte[] seen = application.read(name);
    // The annotations of handlers are the agent's, and no loader of the application need see them.
    return seen == null && extension != null ? extension.classFile(name) : seen;
  }

  @Override
  public void close() {
    // Holds nothing open.
  }
}
