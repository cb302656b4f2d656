/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import java.io.IOException;

/**
 * XML 1.0 as services answer it: elements with text, attributes passed over. A document type or a
 * CDATA section is not read on, for no service that is watched writes one.
 */
final class XmlScanner implements MessageScanner {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_NAME = 64;
  private static final int MAX_REFERENCE = 10;

  private final Fields fields;
  private final ValueBuffer text = new ValueBuffer();
  private final ValueBuffer markup = new ValueBuffer();
  private final String[] open = new String[MAX_DEPTH];
  private int depth;
  private State state = State.TEXT;
  private int quote;
  private int previous;
  private int beforePrevious;
  private boolean leaf;
  private boolean complete;

  XmlScanner(Fields fields) {
    this.fields = fields;
  }

  @Override
  public void scan(byte[] bytes, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length && !complete; i++) {
      accept(bytes[i]);
    }
  }

  private void accept(byte b) throws IOException {
    switch (state) {
      case TEXT:
        inText(b);
        break;
      case REFERENCE:
        inReference(b);
        break;
      case OPENED:
        opened(b);
        break;
      case START_NAME:
        inStartName(b);
        break;
      case ATTRIBUTES:
        inAttributes(b);
        break;
      case END_TAG:
        if (b == '>') {
          endElement();
        }
        break;
      default:
        inComment(b);
    }
    beforePrevious = previous;
    previous = b;
  }

  private void inText(byte b) {
    if (b == '<') {
      state = State.OPENED;
    } else if (b == '&') {
      markup.begin(MAX_REFERENCE);
      state = State.REFERENCE;
    } else {
      text.add(b);
    }
  }

  private void inReference(byte b) throws IOException {
    if (b != ';') {
      markup.add(b);
      return;
    }
    if (markup.isOverlong()) {
      throw new IOException("a reference that is too long");
    }
    for (byte c : new String(Character.toChars(referred(markup.take()))).getBytes("UTF-8")) {
      text.add(c);
    }
    state = State.TEXT;
  }

  /** The predefined entities and character references: XML 1.0 s4.1, s4.6. */
  private static int referred(String reference) throws IOException {
    switch (reference) {
      case "lt":
        return '<';
      case "gt":
        return '>';
      case "amp":
        return '&';
      case "quot":
        return '"';
      case "apos":
        return '\'';
      default:
        try {
          int code =
              reference.startsWith("#x")
                  ? Integer.parseInt(reference.substring(2), 16)
                  : Integer.parseInt(reference.substring(1));
          if (reference.startsWith("#") && Character.isValidCodePoint(code)) {
            return code;
          }
        } catch (RuntimeException e) {
          throw new IOException("an unknown reference");
        }
        throw new IOException("an unknown reference");
    }
  }

  private void opened(byte b) throws IOException {
    switch (b) {
      case '/':
        state = State.END_TAG;
        break;
      case '?':
        state = State.INSTRUCTION;
        break;
      case '!':
        state = State.COMMENT_START;
        break;
      default:
        markup.begin(MAX_NAME);
        markup.add(b);
        state = State.START_NAME;
    }
  }

  private void inStartName(byte b) throws IOException {
    if (b != '>' && b != '/' && b > ' ') {
      markup.add(b);
      return;
    }
    startElement();
    state = State.ATTRIBUTES;
    quote = 0;
    inAttributes(b);
  }

  private void inAttributes(byte b) throws IOException {
    if (quote != 0) {
      quote = b == quote ? 0 : quote;
    } else if (b == '"' || b == '\'') {
      quote = b;
    } else if (b == '>') {
      state = State.TEXT;
      if (previous == '/') {
        endElement();
      }
    }
  }

  private void inComment(byte b) throws IOException {
    if (state == State.INSTRUCTION) {
      state = previous == '?' && b == '>' ? State.TEXT : state;
    } else if (state == State.COMMENT_START) {
      if (b != '-') {
        throw new IOException("a declaration");
      }
      state = previous == '-' ? State.COMMENT : state;
    } else if (previous == '-' && beforePrevious == '-' && b == '>') {
      state = State.TEXT;
    }
  }

  private void startElement() throws IOException {
    if (depth == MAX_DEPTH || markup.isOverlong()) {
      throw new IOException("too deep, or a name that is too long");
    }
    String name = markup.take();
    name = name.substring(name.indexOf(':') + 1);
    String parent = depth == 0 ? "" : open[depth - 1];
    open[depth++] = name;
    text.begin(fields.begins(parent, name));
    leaf = true;
  }

  private void endElement() throws IOException {
    if (depth == 0) {
      throw new IOException("an end without its start");
    }
    String name = open[--depth];
    String parent = depth == 0 ? "" : open[depth - 1];
    if (leaf && text.isOverlong()) {
      fields.overlong(parent, name);
    } else if (leaf && text.isWanted()) {
      fields.field(parent, name, text.take().trim());
    }
    text.begin(0);
    leaf = false;
    state = State.TEXT;
    complete = depth == 0;
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  public void end() throws IOException {
    if (!complete) {
      throw new IOException("the XML document does not end");
    }
  }

  @Override
  public void close() {
    text.wipe();
    markup.wipe();
  }

  private enum State {
    TEXT,
    REFERENCE,
    OPENED,
    START_NAME,
    ATTRIBUTES,
    END_TAG,
    INSTRUCTION,
    COMMENT_START,
    COMMENT
  }
}
