/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.loader;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.AllPermission;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent from the nested part of its jar, which no other loader can read: the classes end
 * in {@code .classdata} below {@code io/executoraccounting/bootstrap/isolated/}.
 *
 * <pre>
 *   boot loader ◄── platform loader ◄── application's loaders
 *   (bootstrap)      ▲
 *                    └── AgentClassLoader (agent, spi, extensions, relocated libraries)
 *                          ▲
 *                          └── plugin loaders, one per extension and application loader
 * </pre>
 *
 * <p>Nothing is unpacked and no URL protocol is registered: the jar stays open until {@link
 * #close()}. Safe for use by many threads.
 */
public final class AgentClassLoader extends ClassLoader implements Closeable {
  private static final String NESTED = "io/executoraccounting/bootstrap/isolated/";
  private static final String BOOTSTRAP = "io/executoraccounting/bootstrap/";
  private static final String CLASS = ".class";

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;
  private final AgentResources resources = new AgentResources(this);
  private final ProtectionDomain domain;

  /**
   * @param jar the agent's; it is closed with the loader
   */
  public AgentClassLoader(JarFile jar) {
    super(platformLoader());
    this.jar = jar;
    // Under a security manager the agent must not depend on the application's policy file.
    Permissions all = new Permissions();
    all.add(new AllPermission());
    this.domain = new ProtectionDomain(null, all);
  }

  private static ClassLoader platformLoader() {
    // The topmost below the boot loader: Java 8 has no getPlatformClassLoader.
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    while (loader.getParent() != null) {
      loader = loader.getParent();
    }
    return loader;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytecode = read(name.replace('.', '/') + CLASS);
    if (bytecode == null) {
      throw new ClassNotFoundException(name);
    }
    definePackageOf(name);
    return defineClass(name, bytecode, 0, bytecode.length, domain);
  }

  /** Java 8 gives a class no package by itself, and libraries ask for it. */
  private void definePackageOf(String className) {
    int dot = className.lastIndexOf('.');
    String name = dot < 0 ? "" : className.substring(0, dot);
    if (getPackage(name) == null) {
      try {
        definePackage(name, null, null, null, null, null, null, null);
      } catch (IllegalArgumentException definedMeanwhile) {
        return;
      }
    }
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] bytes = read(name);
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own == null ? super.getResource(name) : own;
  }

  /**
   * The agent's own, and only where it has none those of the parents: asking the platform loader
   * for a service file opens the JDK's image through {@code java.nio.file}, on the main thread.
   */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> own = findResources(name);
    return own.hasMoreElements() ? own : super.getResources(name);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return jar.getJarEntry(entry(name)) == null ? null : resources.url(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL url = findResource(name);
    return url == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singleton(url));
  }

  /** Null if there is no such resource, or the agent was detached. */
  byte @Nullable [] read(String name) {
    try {
      JarEntry entry = jar.getJarEntry(entry(name));
      return entry == null ? null : JarBytes.read(jar, entry);
    } catch (IOException | IllegalStateException closed) {
      return null;
    }
  }

  private static String entry(String name) {
    if (name.startsWith(BOOTSTRAP)) {
      return name;
    }
    return name.endsWith(CLASS) ? NESTED + name + "data" : NESTED + name;
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
