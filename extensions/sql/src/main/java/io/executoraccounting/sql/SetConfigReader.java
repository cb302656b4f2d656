/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.sql.session.SessionStep;
import io.executoraccounting.sql.session.SessionStep.Kind;
import io.executoraccounting.sql.session.SessionStep.Target;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * {@code SELECT set_config('role', 'r', true)}, PostgreSQL's other way to say {@code SET LOCAL ROLE
 * r}. Settings of other names are not its business, and neither are those whose name is a bind.
 */
final class SetConfigReader {
  private final SqlTokens tokens;
  private final SessionSteps steps;

  SetConfigReader(SqlTokens tokens, SessionSteps steps) {
    this.tokens = tokens;
    this.steps = steps;
  }

  void read(int at, int end) {
    Keyword verb = tokens.keyword(at);
    if (verb == Keyword.PREPARE || verb == Keyword.EXPLAIN) {
      return;
    }
    boolean sure = verb == Keyword.SELECT && isUnconditional(at, end);
    for (int i = at; i < end; i++) {
      Kind kind = tokens.keyword(i) == Keyword.SET_CONFIG ? setting(i + 1) : null;
      if (kind != null) {
        steps.add(step(kind, i + 3, sure));
      }
    }
  }

  /** Whether the text says that it is called, once: there are no rows and no conditions. */
  private boolean isUnconditional(int at, int end) {
    for (int i = at + 1; i < end; i++) {
      Keyword keyword = tokens.keyword(i);
      boolean clause =
          keyword != null && (keyword.role() == Keyword.Role.CLAUSE || keyword.isVerb());
      if (clause && keyword != Keyword.AS || tokens.isWord(i, "CASE")) {
        return false;
      }
    }
    return true;
  }

  /** Null where it is another setting than those of identity. */
  private @Nullable Kind setting(int open) {
    String name = tokens.kind(open) == TokenKind.OPEN ? tokens.literal(open + 1, '\'') : null;
    if (name == null) {
      return null;
    }
    if (name.equalsIgnoreCase("role")) {
      return Kind.ROLE;
    }
    return name.equalsIgnoreCase("session_authorization") ? Kind.SESSION_USER : null;
  }

  /** The rest is {@code , 'value', false )}; each token beyond that makes it an expression. */
  private SessionStep step(Kind kind, int comma, boolean sure) {
    String value = tokens.literal(comma + 1, '\'');
    boolean local = isBoolean(comma + 3, "TRUE");
    boolean plain =
        tokens.kind(comma) == TokenKind.COMMA
            && tokens.kind(comma + 2) == TokenKind.COMMA
            && tokens.kind(comma + 4) == TokenKind.CLOSE
            && (local || isBoolean(comma + 3, "FALSE"));
    String name = value == null ? null : RoleNameReader.usable(value);
    if (!plain || !sure || name == null) {
      return SessionStep.to(kind, Target.UNREADABLE);
    }
    SessionStep step =
        name.equals("none") && kind == Kind.ROLE
            ? SessionStep.to(kind, Target.NONE)
            : SessionStep.named(kind, Collections.singletonList(name));
    return step.local(local);
  }

  private boolean isBoolean(int at, String value) {
    String letter = value.substring(0, 1);
    String text = tokens.literal(at, '\'');
    return tokens.isWord(at, value)
        || (text != null && (text.equalsIgnoreCase(value) || text.equalsIgnoreCase(letter)));
  }
}
