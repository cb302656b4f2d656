/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** The class at hand, as the virtual machine hands it to a transformer. */
final class WovenClass {
  private static final int FIRST_WITH_INVOKEDYNAMIC = 51;

  final @Nullable ClassLoader loader;
  final String name;
  final @Nullable ProtectionDomain domain;
  final byte[] file;

  /**
   * @param internalName for example {@code java/util/Timer}
   */
  WovenClass(
      @Nullable ClassLoader loader,
      String internalName,
      @Nullable ProtectionDomain domain,
      byte[] file) {
    this.loader = loader;
    this.name = internalName.replace('/', '.');
    this.domain = domain;
    this.file = file;
  }

  /** The version in the name of the jar it comes from; empty if there is none. */
  String libraryVersion() {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null ? "" : versionOf(location.getPath());
  }

  /** Of {@code …/okhttp-5.3.0.jar}, also inside another jar: {@code 5.3.0}. */
  static String versionOf(String path) {
    int end = path.lastIndexOf(".jar");
    int dash = path.lastIndexOf('-', end);
    while (dash > path.lastIndexOf('/', end)) {
      if (Character.isDigit(path.charAt(dash + 1))) {
        return path.substring(dash + 1, end);
      }
      dash = path.lastIndexOf('-', dash - 1);
    }
    return "";
  }

  /** Whether its methods can call handlers by invokedynamic. */
  boolean links() {
    return loader != null && ((file[6] & 0xFF) << 8 | (file[7] & 0xFF)) >= FIRST_WITH_INVOKEDYNAMIC;
  }
}
