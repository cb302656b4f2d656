/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

/** What a token is; literals, binds, numbers and operators are all one kind: of no interest. */
enum TokenKind {
  WORD,
  QUOTED_NAME,
  OPEN,
  CLOSE,
  COMMA,
  DOT,
  SEPARATOR,
  OTHER
}
