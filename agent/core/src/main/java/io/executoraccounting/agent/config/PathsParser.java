/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths with commas between them; a path with a comma in it cannot be written. */
final class PathsParser implements ValueParser<List<File>> {
  @Override
  public @Nullable List<File> parse(String text) {
    List<File> files = new ArrayList<>();
    for (String path : CommaList.split(text)) {
      files.add(new File(path));
    }
    return files.isEmpty() ? null : Collections.unmodifiableList(files);
  }

  @Override
  public String expected() {
    return "paths with commas between them";
  }
}
