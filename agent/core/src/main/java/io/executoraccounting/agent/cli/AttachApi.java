/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's attach API, by name: it is a module of its own since Java 9, sits in {@code tools.jar}
 * before, and is missing from a JRE.
 */
final class AttachApi {
  private static final String PACKAGE = "com.sun.tools.attach.";
  private static @Nullable ClassLoader loader;

  private AttachApi() {}

  /** Descriptors of the JVMs that can be seen. */
  static List<?> list() {
    return (List<?>) invoke(type("VirtualMachine"), null, "list");
  }

  static Object attach(String pid) throws InvocationTargetException {
    Class<?> type = type("VirtualMachine");
    try {
      return type.getMethod("attach", String.class).invoke(null, pid);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw unusable(e);
    }
  }

  static String text(Object descriptor, String property) {
    return (String) invoke(type("VirtualMachineDescriptor"), descriptor, property);
  }

  static Object invoke(Class<?> type, @Nullable Object on, String method) {
    try {
      return type.getMethod(method).invoke(on);
    } catch (ReflectiveOperationException e) {
      throw unusable(e);
    }
  }

  static CommandFailure unusable(Throwable cause) {
    return new CommandFailure("the attach API of this JDK cannot be used: " + cause, cause);
  }

  static Class<?> type(String simpleName) {
    try {
      ClassLoader known = loader;
      if (known == null) {
        known = find();
        loader = known;
      }
      return Class.forName(PACKAGE + simpleName, true, known);
    } catch (ClassNotFoundException | MalformedURLException e) {
      throw new CommandFailure(
          "this Java (" + System.getProperty("java.home") + ") cannot attach: run a JDK's", e);
    }
  }

  private static ClassLoader find() throws MalformedURLException {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    File tools = new File(System.getProperty("java.home"), "../lib/tools.jar");
    return tools.isFile() ? new URLClassLoader(new URL[] {tools.toURI().toURL()}, system) : system;
  }
}
