/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.sql.session.SessionStep;
import io.executoraccounting.sql.session.SessionStep.Kind;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Where a statement begins or ends a transaction, or a part of one. */
final class TransactionEdgeReader {
  private final SqlTokens tokens;
  private final SqlDialect dialect;
  private final SessionSteps steps;

  TransactionEdgeReader(SqlTokens tokens, SqlDialect dialect, SessionSteps steps) {
    this.tokens = tokens;
    this.dialect = dialect;
    this.steps = steps;
  }

  void read(int at, int end) {
    Keyword verb = tokens.keyword(at);
    if (verb == null) {
      return;
    }
    switch (verb) {
      case BEGIN:
        steps.add(SessionStep.of(Kind.BEGIN));
        break;
      case START:
        if (tokens.keyword(at + 1) == Keyword.TRANSACTION) {
          steps.add(SessionStep.of(Kind.BEGIN));
        }
        break;
      case COMMIT:
      case END:
        if (!tokens.isWord(at + 1, "PREPARED")) {
          over(Kind.COMMIT, afterNoise(at + 1), end);
        }
        break;
      case ROLLBACK:
      case ABORT:
        rollback(at, end);
        break;
      case PREPARE:
        // Not PREPARE of a statement. What SET has changed stays changed.
        if (tokens.keyword(at + 1) == Keyword.TRANSACTION) {
          steps.add(SessionStep.of(Kind.COMMIT));
        }
        break;
      case SAVEPOINT:
        savepoint(Kind.SAVEPOINT, at + 1);
        break;
      case RELEASE:
        savepoint(Kind.RELEASE, at + 1);
        break;
      default:
        break;
    }
  }

  private void rollback(int at, int end) {
    int next = afterNoise(at + 1);
    if (tokens.keyword(next) == Keyword.TO) {
      savepoint(Kind.ROLLBACK_TO, next + 1);
    } else if (!tokens.isWord(next, "PREPARED")) {
      over(Kind.ROLLBACK, next, end);
    }
  }

  private void over(Kind kind, int at, int end) {
    steps.add(SessionStep.of(kind));
    // COMMIT AND CHAIN begins the next one; COMMIT AND NO CHAIN does not.
    if (at < end && tokens.isWord(at, "AND") && tokens.isWord(at + 1, "CHAIN")) {
      steps.add(SessionStep.of(Kind.BEGIN));
    }
  }

  private int afterNoise(int at) {
    Keyword keyword = tokens.keyword(at);
    return keyword == Keyword.WORK || keyword == Keyword.TRANSACTION ? at + 1 : at;
  }

  private void savepoint(Kind kind, int from) {
    int at = tokens.keyword(from) == Keyword.SAVEPOINT ? from + 1 : from;
    String name = name(at);
    if (name != null) {
      steps.add(SessionStep.named(kind, Collections.singletonList(name)));
    }
  }

  private @Nullable String name(int at) {
    if (tokens.kind(at) == TokenKind.QUOTED_NAME) {
      return RoleNameReader.usable(tokens.name(at, at + 1));
    }
    return tokens.kind(at) == TokenKind.WORD
        ? RoleNameReader.usable(dialect.folded(tokens.name(at, at + 1)))
        : null;
  }
}
