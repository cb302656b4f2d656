/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.examples.quickstart;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identities as a reader knows them: without issuer and address, which are the same for all here.
 */
final class Names {
  /** {@code oauth:https://id.example.com#alice}, {@code postgresql:app_rw@127.0.0.1:5432}. */
  private static final Pattern QUALIFIED =
      Pattern.compile("oauth:[^#]*#(?<subject>.+)|\\w+:(?<login>.+)@[^@]+:\\d+");

  private Names() {}

  /** The identity's own part of its id; {@code -} where there is none. */
  static String of(AccountingRecord record, String noun) {
    String id = record.text(noun + ".id");
    Matcher qualified = QUALIFIED.matcher(id);
    if (!qualified.matches()) {
      return id.isEmpty() ? "-" : id;
    }
    String subject = qualified.group("subject");
    return subject == null ? qualified.group("login") : subject;
  }

  /** Whose right it was, and by which credential; a call without one has it from elsewhere. */
  static String authority(AccountingRecord record) {
    String name = of(record, "executor.authority");
    String kind = record.text("executor.credential.kind");
    return kind.equals("none")
        ? name + ", by the " + record.text("executor.authority.source")
        : name + " by " + kind;
  }
}
