/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

/**
 * A package of one of the JDK's modules that an extension's handlers read by reflection. The agent
 * opens it to them alone, before it weaves; a runtime without modules, without that module or
 * without that package needs no opening. Immutable.
 */
public final class OpenedPackage {
  private final String module;
  private final String name;

  private OpenedPackage(String module, String name) {
    this.module = module;
    this.name = name;
  }

  /**
   * @param module a module of the boot layer: {@code java.base}
   * @param name the package: {@code sun.net.www}
   */
  public static OpenedPackage of(String module, String name) {
    return new OpenedPackage(module, name);
  }

  public String module() {
    return module;
  }

  public String name() {
    return name;
  }
}
