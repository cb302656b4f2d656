/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Rewrites the names of Byte Buddy in a class file to those it has inside the agent, by its
 * constant pool (JVMS s4.4): names are nowhere else. Does nothing where they are the same.
 */
final class ByteBuddyRelocation {
  /** Joined at run time, so that the packaging does not relocate this name as well. */
  private static final String PUBLISHED = String.join("/", "net", "bytebuddy", "");

  private static final int CONSTANT_UTF8 = 1;
  private static final int CONSTANT_LONG = 5;
  private static final int CONSTANT_DOUBLE = 6;

  private ByteBuddyRelocation() {}

  static byte[] apply(byte[] file) {
    String matcher = ElementMatcher.class.getName().replace('.', '/');
    return apply(file, matcher.substring(0, matcher.length() - "matcher/ElementMatcher".length()));
  }

  /**
   * @param relocated internal name of the package that holds Byte Buddy, with a slash at its end
   */
  static byte[] apply(byte[] file, String relocated) {
    if (relocated.equals(PUBLISHED)) {
      return file;
    }
    try {
      return rewrite(file, relocated);
    } catch (IOException malformed) {
      return file;
    }
  }

  private static byte[] rewrite(byte[] file, String relocated) throws IOException {
    DataInputStream from = new DataInputStream(new ByteArrayInputStream(file));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length + 512);
    DataOutputStream to = new DataOutputStream(bytes);
    to.writeLong(from.readLong()); // magic and version
    int count = from.readUnsignedShort();
    to.writeShort(count);
    for (int index = 1; index < count; index++) {
      int tag = from.readUnsignedByte();
      to.writeByte(tag);
      if (tag == CONSTANT_UTF8) {
        to.writeUTF(relocate(from.readUTF(), relocated));
        continue;
      }
      byte[] content = new byte[ClassHeader.sizeOfConstant(tag) - 1];
      from.readFully(content);
      to.write(content);
      if (tag == CONSTANT_LONG || tag == CONSTANT_DOUBLE) {
        index++;
      }
    }
    to.write(file, file.length - from.available(), from.available());
    return bytes.toByteArray();
  }

  /** Names stand at the start of a text, or after the L of a descriptor or signature. */
  private static String relocate(String text, String relocated) {
    int at = text.indexOf(PUBLISHED);
    if (at < 0) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length() + 32);
    int copied = 0;
    while (at >= 0) {
      if (at == 0 || text.charAt(at - 1) == 'L') {
        result.append(text, copied, at).append(relocated);
        copied = at + PUBLISHED.length();
      }
      at = text.indexOf(PUBLISHED, at + 1);
    }
    return result.append(text, copied, text.length()).toString();
  }
}
