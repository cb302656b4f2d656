/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.packaging;

import java.util.List;

/** What libraries carry for build tools, shrinkers, module systems and newer JVMs. */
final class UnusedFiles {
  private static final List<String> FOLDERS =
      List.of(
          "META-INF/maven/",
          "META-INF/versions/",
          "META-INF/proguard/",
          "META-INF/com.android.tools/",
          "META-INF/native-image/",
          "META-INF/native/");
  private static final List<String> ENDINGS =
      List.of(
          "META-INF/MANIFEST.MF",
          "META-INF/INDEX.LIST",
          ".class",
          ".kotlin_module",
          ".kotlin_builtins",
          ".kotlin_metadata",
          ".SF",
          ".RSA",
          ".DSA");

  private UnusedFiles() {}

  static boolean isOne(String name) {
    return FOLDERS.stream().anyMatch(name::startsWith) || ENDINGS.stream().anyMatch(name::endsWith);
  }
}
