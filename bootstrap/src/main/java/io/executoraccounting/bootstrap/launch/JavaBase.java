/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.launch;

import io.executoraccounting.bootstrap.loader.JarBytes;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** {@link JavaBaseAccess} on its island, with {@code java.base} opened to that island alone. */
final class JavaBase {
  private final Class<?> access;

  private JavaBase(Class<?> access) {
    this.access = access;
  }

  /**
   * @throws Exception where this JVM has no such doors
   */
  static JavaBase open(JarFile jar, Instrumentation instrumentation) throws Exception {
    Island island = new Island();
    String name = JavaBaseAccess.class.getName();
    JarEntry entry = jar.getJarEntry(name.replace('.', '/') + ".class");
    if (entry == null) {
      throw new IOException(name + " is missing in " + jar.getName());
    }
    openTo(island, instrumentation);
    return new JavaBase(island.define(name, JarBytes.read(jar, entry)));
  }

  private static void openTo(Island island, Instrumentation instrumentation) throws Exception {
    Method getModule;
    try {
      getModule = Class.class.getMethod("getModule");
    } catch (NoSuchMethodException noModulesInJava8) {
      return;
    }
    Object module = ClassLoader.class.getMethod("getUnnamedModule").invoke(island);
    Set<Object> islandAlone = Collections.singleton(module);
    Map<String, Set<Object>> opens = new HashMap<>();
    opens.put("jdk.internal.misc", islandAlone);
    opens.put("jdk.internal.vm", islandAlone);
    Instrumentation.class
        .getMethod(
            "redefineModule",
            getModule.getReturnType(),
            Set.class,
            Map.class,
            Map.class,
            Set.class,
            Map.class)
        .invoke(
            instrumentation,
            getModule.invoke(Object.class),
            Collections.emptySet(),
            Collections.emptyMap(),
            opens,
            Collections.emptySet(),
            Collections.emptyMap());
  }

  void define(byte[] bytecode) throws Throwable {
    try {
      access.getMethod("define", byte[].class).invoke(null, (Object) bytecode);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      // The island reflects as well: what the JVM said is one level deeper.
      throw cause instanceof InvocationTargetException ? cause.getCause() : cause;
    }
  }

  Properties agentProperties() {
    try {
      return (Properties) access.getMethod("agentProperties").invoke(null);
    } catch (ReflectiveOperationException otherJvm) {
      return new Properties();
    }
  }

  private static final class Island extends ClassLoader {
    Island() {
      super(null);
    }

    Class<?> define(String name, byte[] bytecode) {
      return defineClass(name, bytecode, 0, bytecode.length);
    }
  }
}
