/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.badextension;

/** Is in no extension jar: what refers to it does not link. */
final class LeftOut {
  private LeftOut() {}

  static Object value() {
    return "value";
  }
}
