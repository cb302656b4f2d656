/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.OpenedPackage;
import io.executoraccounting.spi.WeavePoint;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An extension as the engine knows it, and where its class files are. */
public final class LoadedExtension {
  private static final String OURS = "io.executoraccounting.";

  /** Where it is relocated, this constant is too. */
  private static final String BYTE_BUDDY = "net.bytebuddy.";

  private final String name;
  private final String packagePrefix;
  private final ClassLoader loader;
  private final ClassFileSource classFiles;
  private final List<WeavePoint> weavePoints;
  private final List<OpenedPackage> opens;

  private LoadedExtension(Extension extension, ClassFileSource classFiles) {
    Class<?> type = extension.getClass();
    this.name = extension.name();
    this.packagePrefix = type.getName().substring(0, type.getName().lastIndexOf('.') + 1);
    this.loader = Objects.requireNonNull(type.getClassLoader(), name);
    this.classFiles = classFiles;
    this.weavePoints = Collections.unmodifiableList(new ArrayList<>(extension.weavePoints()));
    this.opens = Collections.unmodifiableList(new ArrayList<>(extension.opens()));
  }

  /** An extension whose class files are resources of the loader that loaded it. */
  public static LoadedExtension of(Extension extension) {
    return new LoadedExtension(
        extension, ClassFileSource.of(extension.getClass().getClassLoader()));
  }

  /** An extension whose class files are found elsewhere than among its loader's resources. */
  public static LoadedExtension of(Extension extension, ClassFileSource classFiles) {
    return new LoadedExtension(extension, classFiles);
  }

  public String name() {
    return name;
  }

  List<WeavePoint> weavePoints() {
    return weavePoints;
  }

  List<OpenedPackage> opens() {
    return opens;
  }

  /** Where the agent and the SPI are found. */
  ClassLoader loader() {
    return loader;
  }

  /** Whether the class is of the extension's package, or one below it. */
  boolean owns(String binaryName) {
    return binaryName.startsWith(packagePrefix);
  }

  /** Whether the class is the agent's or of a library inside it, the extension's own left out. */
  boolean isAgents(String binaryName) {
    return binaryName.startsWith(OURS) || binaryName.startsWith(BYTE_BUDDY);
  }

  /** Lets go of the jar it came in, if that is its own. */
  void release() {
    if (classFiles instanceof Closeable) {
      try {
        ((Closeable) classFiles).close();
      } catch (IOException stillOpen) {
        return;
      }
    }
  }

  /** The class file of one of its own classes, or of the agent's. */
  byte @Nullable [] classFile(String binaryName) {
    return classFiles.read(binaryName);
  }
}
