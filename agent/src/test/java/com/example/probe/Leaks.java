/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Looks for the agent as an application could, and prints what it finds. */
public final class Leaks {
  private static final String SERVICES = "META-INF/services/";

  private Leaks() {}

  public static void main(String[] arguments) throws IOException {
    List<String> names = Files.readAllLines(Path.of(arguments[0]));
    for (ClassLoader loader : loaders()) {
      for (String name : names) {
        look(loader, name);
      }
    }
    for (Object key : System.getProperties().keySet()) {
      System.out.println("property " + key);
    }
    for (Logger root = Logger.getLogger(""); root != null; root = root.getParent()) {
      for (Object handler : root.getHandlers()) {
        System.out.println("handler " + handler.getClass().getName());
      }
    }
    LogManager.getLogManager()
        .getLoggerNames()
        .asIterator()
        .forEachRemaining(name -> System.out.println("logger " + name));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      System.out.println("thread class " + thread.getClass().getName());
      ClassLoader context = thread.getContextClassLoader();
      System.out.println(
          "thread loader " + (context == null ? null : context.getClass().getName()));
    }
  }

  private static Set<ClassLoader> loaders() {
    Set<ClassLoader> loaders = new LinkedHashSet<>();
    loaders.add(ClassLoader.getSystemClassLoader());
    loaders.add(ClassLoader.getPlatformClassLoader());
    loaders.add(Thread.currentThread().getContextClassLoader());
    return loaders;
  }

  private static void look(ClassLoader loader, String name) throws IOException {
    if (name.endsWith(".class")) {
      String type = name.substring(0, name.length() - ".class".length()).replace('/', '.');
      try {
        System.out.println("LEAK class " + Class.forName(type, false, loader));
      } catch (ClassNotFoundException | LinkageError hidden) {
        // As it should be.
      }
    }
    if (name.startsWith(SERVICES)) {
      lookForProviders(loader, name);
    } else if (loader.getResource(name) != null) {
      System.out.println("LEAK resource " + name);
    }
  }

  private static void lookForProviders(ClassLoader loader, String name) throws IOException {
    var files = loader.getResources(name);
    while (files.hasMoreElements()) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(files.nextElement().openStream()))) {
        lines.lines().forEach(line -> System.out.println("LEAK provider " + line));
      }
    }
  }
}
