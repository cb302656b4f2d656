/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.sql.session.SessionStep;
import io.executoraccounting.sql.session.SessionStep.Kind;
import io.executoraccounting.sql.session.SessionStep.Target;

/**
 * What a text may do to its session where it is no longer read as SQL: beyond the limits, or behind
 * a character that can mean two things. Words are looked for, whatever they stand in, for not to
 * know a role is better than to tell a wrong one. Looks at no more than 32,768 characters.
 */
final class UnreadRest {
  private static final int MOST_CHARACTERS = 32 * 1024;

  private final String text;

  private UnreadRest(String text) {
    this.text = text;
  }

  /** Adds what can be meant by the words from there on. */
  static void read(String text, int from, SqlDialect dialect, SessionSteps steps) {
    UnreadRest rest = new UnreadRest(text);
    boolean role = false;
    boolean user = false;
    boolean impersonation = false;
    int end = (int) Math.min(text.length(), (long) from + MOST_CHARACTERS);
    for (int i = from; i < end; i++) {
      switch (text.charAt(i) | ' ') {
        case 'r':
          role |= rest.isRole(i);
          break;
        case 's':
          role |= rest.isWord(i, "set_role") || rest.isWord(i, "set_config");
          user |= rest.isWord(i, "session_authorization") || rest.isWord(i, "session_user");
          break;
        case 'a':
          user |= rest.isWord(i, "authorization") && rest.follows(i, "session");
          impersonation |= dialect == SqlDialect.SQL_SERVER && rest.isImpersonation(i);
          break;
        default:
          break;
      }
    }
    if (user) {
      steps.add(SessionStep.to(Kind.SESSION_USER, Target.UNREADABLE));
    }
    if (role || user) {
      steps.add(SessionStep.to(Kind.ROLE, Target.UNREADABLE));
    }
    if (impersonation) {
      steps.add(SessionStep.to(Kind.EXECUTE_AS_FOR_GOOD, Target.UNREADABLE));
    }
  }

  private boolean isRole(int at) {
    return isWord(at, "role")
        && (follows(at, "set")
            || follows(at, "local")
            || follows(at, "session")
            || follows(at, "reset")
            || follows(at, "use"));
  }

  /** Not the clause of a procedure, which names its owner or a string. */
  private boolean isImpersonation(int at) {
    if (!isWord(at, "as") || !(follows(at, "execute") || follows(at, "exec"))) {
      return false;
    }
    int next = at + 2;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return isWord(next, "user") || isWord(next, "login");
  }

  private boolean isWord(int at, String word) {
    return text.regionMatches(true, at, word, 0, word.length())
        && !isPart(at - 1)
        && !isPart(at + word.length());
  }

  /** Whether that word stands before, with nothing but white space between. */
  private boolean follows(int at, String word) {
    int end = at;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end < at && isWord(end - word.length(), word);
  }

  private boolean isPart(int at) {
    return at >= 0
        && at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
  }
}
