/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.launch;

import io.executoraccounting.bootstrap.loader.JarBytes;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The doors into the JDK that the agent needs: defining classes in the boot loader, the properties
 * that agents show to tools which attach, and to nobody else, and what the JVM was started for.
 *
 * <p>The class that goes through them is alone in a loader of its own, an island, and {@code
 * java.base} is opened to that island: an export to the application's unnamed module would change
 * what libraries find there (Netty looks for {@code jdk.internal.misc.Unsafe}).
 */
final class JdkDoors {
  private static final String PACKAGE = "io.executoraccounting.bootstrap.launch.";

  private final Consumer<byte[]> bootLoader;
  private final Supplier<Properties> agentProperties;
  private final boolean makingAotCache;

  @SuppressWarnings("unchecked") // Both kinds of doors implement these two interfaces.
  private JdkDoors(Object doors) {
    this.bootLoader = (Consumer<byte[]>) doors;
    this.agentProperties = (Supplier<Properties>) doors;
    this.makingAotCache =
        doors instanceof BooleanSupplier && ((BooleanSupplier) doors).getAsBoolean();
  }

  /**
   * @throws Exception where this JVM has no such doors
   */
  static JdkDoors open(JarFile jar, Instrumentation instrumentation) throws Exception {
    Island island = new Island();
    if (System.getProperty("java.specification.version").startsWith("1.")) {
      return new JdkDoors(create(island.settle(jar, PACKAGE + "Java8Doors")));
    }
    openTo(island, instrumentation);
    return new JdkDoors(create(island.settle(jar, PACKAGE + "Java9Doors")));
  }

  @SuppressWarnings("unchecked") // The opener is Java 9 code, out of this compilation's reach.
  private static void openTo(Island island, Instrumentation instrumentation) throws Exception {
    Object opener = create(Class.forName(PACKAGE + "ModuleOpener"));
    ((BiConsumer<ClassLoader, Instrumentation>) opener).accept(island, instrumentation);
  }

  private static Object create(Class<?> type) throws ReflectiveOperationException {
    return type.getConstructor().newInstance();
  }

  void define(byte[] bytecode) {
    bootLoader.accept(bytecode);
  }

  Properties agentProperties() {
    return agentProperties.get();
  }

  boolean isMakingAotCache() {
    return makingAotCache;
  }

  private static final class Island extends ClassLoader {
    Island() {
      super(null);
    }

    Class<?> settle(JarFile jar, String name) throws IOException {
      JarEntry entry = jar.getJarEntry(name.replace('.', '/') + ".class");
      if (entry == null) {
        throw new IOException(name + " is missing in " + jar.getName());
      }
      byte[] bytecode = JarBytes.read(jar, entry);
      return defineClass(name, bytecode, 0, bytecode.length);
    }
  }
}
