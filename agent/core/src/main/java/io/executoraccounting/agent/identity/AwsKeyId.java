/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import org.jspecify.annotations.Nullable;

/** Access key ids of AWS, which are public and hold the account's number. */
public final class AwsKeyId {
  private static final long ACCOUNT_MASK = 0x7fff_ffff_ff80L;

  private AwsKeyId() {}

  public static boolean isKeyId(String text) {
    return text.length() >= 16 && text.length() <= 128 && isUpperAlphanumeric(text);
  }

  static boolean isUpperAlphanumeric(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  /** Keys of the Security Token Service, which end with a session. */
  static boolean isTemporary(String keyId) {
    return keyId.startsWith("ASIA");
  }

  /**
   * The account, twelve digits, from characters 5 to 14 of the id; null for ids of before 2019,
   * which do not hold it and have an I or J there.
   */
  public static @Nullable String account(String keyId) {
    if (keyId.length() != 20 || keyId.charAt(4) == 'I' || keyId.charAt(4) == 'J') {
      return null;
    }
    long bits = 0;
    for (int i = 4; i < 14; i++) {
      int value = base32(keyId.charAt(i));
      if (value < 0) {
        return null;
      }
      bits = bits << 5 | value;
    }
    String digits = Long.toString((bits >>> 2 & ACCOUNT_MASK) >>> 7);
    return "000000000000".substring(Math.min(12, digits.length())) + digits;
  }

  private static int base32(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
  }
}
