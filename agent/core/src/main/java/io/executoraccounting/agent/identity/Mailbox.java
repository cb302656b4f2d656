/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

/** Names that are addresses of electronic mail. */
public final class Mailbox {
  private Mailbox() {}

  /**
   * Whether a name, or an id that ends with one, is the address of a person: any address but that
   * of a Google service account, of which Cloud SQL leaves the last labels out.
   */
  public static boolean isOfPerson(String name) {
    int at = name.lastIndexOf('@');
    return at > 0
        && name.indexOf('.', at) > 0
        && name.indexOf('/', at) < 0
        && !name.endsWith(".gserviceaccount.com")
        && !name.endsWith(".iam");
  }
}
