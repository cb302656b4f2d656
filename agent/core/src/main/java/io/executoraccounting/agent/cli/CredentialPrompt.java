/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import io.executoraccounting.agent.identity.BoundedRead;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes a credential from a terminal without echo, or from whatever is piped in. */
final class CredentialPrompt {
  private static final int MAX_BYTES = 64 * 1024;

  private CredentialPrompt() {}

  /** Without white space around it; the caller overwrites it. */
  static char[] read(InputStream in) throws IOException {
    Console console = System.console();
    char[] line = null;
    if (console != null && isTerminal(console)) {
      line = console.readPassword("Credential (not shown): ");
    } else {
      line = readAll(in);
    }
    return line == null ? new char[0] : trimmed(line);
  }

  /** Since JDK 22 there is a console where there is no terminal, and it says so. */
  private static boolean isTerminal(Console console) {
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException beforeJdk22) {
      return true;
    }
  }

  private static char[] readAll(InputStream in) throws IOException {
    byte[] bytes = new byte[MAX_BYTES];
    int length = BoundedRead.fill(in, bytes);
    CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, length));
    Arrays.fill(bytes, (byte) 0);
    char[] exact = new char[text.remaining()];
    text.get(exact);
    Arrays.fill(text.array(), '\0');
    return exact;
  }

  private static char[] trimmed(char[] text) {
    int from = 0;
    int to = text.length;
    while (from < to && Character.isWhitespace(text[from])) {
      from++;
    }
    while (to > from && Character.isWhitespace(text[to - 1])) {
      to--;
    }
    char[] exact = Arrays.copyOfRange(text, from, to);
    Arrays.fill(text, '\0');
    return exact;
  }
}
