/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class EntryPointsParser implements ValueParser<List<EntryPoint>> {
  @Override
  public @Nullable List<EntryPoint> parse(String text) {
    List<EntryPoint> entryPoints = new ArrayList<>();
    for (String item : CommaList.split(text)) {
      int hash = item.indexOf('#');
      if (hash < 0
          || !isName(item, 0, hash, true)
          || !isName(item, hash + 1, item.length(), false)) {
        return null;
      }
      entryPoints.add(new EntryPoint(item.substring(0, hash), item.substring(hash + 1)));
    }
    return Collections.unmodifiableList(entryPoints);
  }

  private static boolean isName(String text, int from, int to, boolean dotted) {
    boolean atStart = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (dotted && c == '.' && !atStart) {
        atStart = true;
      } else if (atStart ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c)) {
        atStart = false;
      } else {
        return false;
      }
    }
    return !atStart;
  }

  @Override
  public String expected() {
    return "methods as com.acme.SupportBot#run with commas between them";
  }
}
