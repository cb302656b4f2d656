/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One of an enum's constants, written in lower case. */
final class ChoiceParser<E extends Enum<E>> implements ValueParser<E> {
  private final E[] choices;

  @SafeVarargs
  ChoiceParser(E... choices) {
    this.choices = choices;
  }

  @Override
  public @Nullable E parse(String text) {
    for (E choice : choices) {
      if (choice.toString().equalsIgnoreCase(text)) {
        return choice;
      }
    }
    return null;
  }

  @Override
  public String expected() {
    StringBuilder text = new StringBuilder("one of");
    for (E choice : choices) {
      text.append(' ').append(choice.toString().toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }
}
