/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.launch;

import io.executoraccounting.bootstrap.loader.JarBytes;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Brings bootstrap's classes into the boot loader.
 *
 * <p>They are defined one by one, because {@link
 * Instrumentation#appendToBootstrapClassLoaderSearch} makes HotSpot give up the class-data sharing
 * of the application's classes. Where a JVM has none of the doors, appending is what remains.
 */
final class BootstrapInjector {
  private static final String PACKAGE = "io/executoraccounting/bootstrap/";
  private static final String LAUNCH = PACKAGE + "launch/";

  private BootstrapInjector() {}

  static void inject(
      File file, JarFile jar, @Nullable JdkDoors jdkDoors, Instrumentation instrumentation)
      throws IOException {
    if (jdkDoors != null) {
      try {
        define(jar, jdkDoors);
        return;
      } catch (RuntimeException | LinkageError doorClosedAfterAll) {
        // What was defined stays; the same classes are found once more behind it.
      }
    }
    // Never closed: the boot loader reads from it as long as the JVM lives.
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(file, false));
  }

  private static boolean isInjected(String name) {
    return name.startsWith(PACKAGE) && !name.startsWith(LAUNCH) && name.endsWith(".class");
  }

  private static void define(JarFile jar, JdkDoors jdkDoors) throws IOException {
    Deque<byte[]> waiting = new ArrayDeque<>();
    for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
      JarEntry entry = entries.nextElement();
      String name = entry.getName();
      if (isInjected(name)) {
        waiting.add(JarBytes.read(jar, entry));
      }
    }
    int failed = 0;
    while (!waiting.isEmpty()) {
      byte[] bytecode = waiting.remove();
      try {
        jdkDoors.define(bytecode);
        failed = 0;
      } catch (NoClassDefFoundError superclassIsStillWaiting) {
        waiting.add(bytecode);
        if (++failed > waiting.size()) {
          throw superclassIsStillWaiting;
        }
      }
    }
  }
}
