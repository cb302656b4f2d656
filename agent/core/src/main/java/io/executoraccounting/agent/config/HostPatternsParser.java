/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hosts, whose case says nothing. */
final class HostPatternsParser implements ValueParser<List<Glob>> {
  @Override
  public @Nullable List<Glob> parse(String text) {
    List<Glob> patterns = new ArrayList<>();
    for (String item : CommaList.split(text)) {
      if (item.indexOf('/') >= 0 || item.indexOf(' ') >= 0 || item.indexOf('@') >= 0) {
        return null;
      }
      patterns.add(Glob.ignoringCase(item));
    }
    return patterns.isEmpty() ? null : patterns;
  }

  @Override
  public String expected() {
    return "host names or addresses with commas between them, * for any characters, no scheme";
  }
}
