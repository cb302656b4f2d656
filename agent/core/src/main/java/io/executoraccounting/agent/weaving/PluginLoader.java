/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import org.jspecify.annotations.Nullable;

/**
 * Loads the handlers of one extension beside one application loader: the extension's own package
 * here, the agent from the agent's loader, all else (the library) from the application.
 *
 * <p>Takes no lock while it asks another loader: two threads may define the same class, and the
 * second takes what the first defined.
 */
final class PluginLoader extends ClassLoader {
  static {
    ClassLoader.registerAsParallelCapable();
  }

  private static final String OURS = "io.executoraccounting.";

  private final LoadedExtension extension;
  private final @Nullable ClassLoader application;

  PluginLoader(LoadedExtension extension, @Nullable ClassLoader application) {
    super(extension.loader());
    this.extension = extension;
    this.application = application;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (extension.owns(name)) {
      Class<?> own = loadOwn(name);
      if (own != null) {
        return own;
      }
    }
    ClassLoader application = this.application;
    if (application == null) {
      return getParent().loadClass(name);
    }
    boolean ours = name.startsWith(OURS);
    ClassLoader first = ours ? getParent() : application;
    try {
      return Class.forName(name, false, first);
    } catch (ClassNotFoundException notThere) {
      return Class.forName(name, false, ours ? application : getParent());
    }
  }

  /** Null where the extension has no such class. */
  private @Nullable Class<?> loadOwn(String name) {
    Class<?> loaded = findLoadedClass(name);
    if (loaded != null) {
      return loaded;
    }
    byte[] file = extension.classFile(name);
    if (file == null) {
      return null;
    }
    try {
      return defineClass(name, file, 0, file.length);
    } catch (LinkageError raced) {
      Class<?> first = findLoadedClass(name);
      if (first != null) {
        return first;
      }
      throw raced;
    }
  }

  /** Defines a class that the agent generated. */
  Class<?> define(String name, byte[] file) {
    try {
      return defineClass(name, file, 0, file.length);
    } catch (LinkageError raced) {
      Class<?> first = findLoadedClass(name);
      if (first != null) {
        return first;
      }
      throw raced;
    }
  }
}
