/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.packaging;

import java.util.regex.Pattern;

/** Licences and notices that libraries bring in their jars; each stays, beside the others'. */
final class LicenceFiles {
  private static final Pattern NAME =
      Pattern.compile(
          "(META-INF/)?(licenses?/.*|[^/]*(LICEN[CS]E|NOTICE)[^/]*)", Pattern.CASE_INSENSITIVE);

  private LicenceFiles() {}

  static boolean isOne(String name) {
    return NAME.matcher(name).matches();
  }

  static String target(String source, String name) {
    return "META-INF/licenses/" + source + "/" + name.replaceFirst("^META-INF/", "");
  }
}
