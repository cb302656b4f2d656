/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.File;

/** A path, relative to the working directory; whether it exists is found out by whoever uses it. */
final class PathParser implements ValueParser<File> {
  @Override
  public File parse(String text) {
    return new File(text);
  }

  @Override
  public String expected() {
    return "a path";
  }
}
