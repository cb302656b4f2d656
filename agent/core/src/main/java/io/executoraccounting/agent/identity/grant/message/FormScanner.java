/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * {@code application/x-www-form-urlencoded}, as RFC 6749 appendix B has it: names and values in
 * UTF-8, a space written as a plus.
 */
public final class FormScanner implements MessageScanner {
  private static final int MAX_NAME = 64;

  private final Fields fields;
  private final ValueBuffer buffer = new ValueBuffer();
  private @Nullable String name;
  private int digitsDue;
  private int encoded;

  public FormScanner(Fields fields) {
    this.fields = fields;
    buffer.begin(MAX_NAME);
  }

  @Override
  public void scan(byte[] bytes, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      accept(bytes[i]);
    }
  }

  private void accept(byte b) throws IOException {
    if (digitsDue > 0) {
      int digit = Character.digit(b, 16);
      if (digit < 0) {
        throw new IOException("a percent sign without its digits");
      }
      encoded = encoded << 4 | digit;
      if (--digitsDue == 0) {
        buffer.add(encoded);
      }
    } else if (b == '%') {
      digitsDue = 2;
      encoded = 0;
    } else if (b == '&') {
      endField();
    } else if (b == '=' && name == null) {
      beginValue();
    } else {
      buffer.add(b == '+' ? ' ' : b);
    }
  }

  private void beginValue() throws IOException {
    name = buffer.isOverlong() ? "" : buffer.take();
    buffer.begin(fields.begins("", name));
  }

  private void endField() throws IOException {
    String ended = name;
    if (ended != null && buffer.isOverlong()) {
      fields.overlong("", ended);
    } else if (ended != null && buffer.isWanted()) {
      fields.field("", ended, buffer.take());
    }
    name = null;
    buffer.begin(MAX_NAME);
  }

  /** A form does not show its end. */
  @Override
  public boolean isComplete() {
    return false;
  }

  @Override
  public void end() throws IOException {
    if (digitsDue > 0) {
      throw new IOException("a percent sign without its digits");
    }
    endField();
  }

  @Override
  public void close() {
    buffer.wipe();
  }
}
