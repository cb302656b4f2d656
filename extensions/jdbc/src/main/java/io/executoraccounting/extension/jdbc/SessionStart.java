/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.session.SessionNature;
import io.executoraccounting.sql.session.SessionStep;
import io.executoraccounting.sql.session.SqlSession;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** The session that a connect call opens, with what it has put on from its first moment. */
final class SessionStart {
  private SessionStart() {}

  static SqlSession session(DatabaseSystem system, LoginUser user, StartParameters asked) {
    return SqlSession.atLogin(
        nature(system, asked.savesEachStatement()),
        step(SessionStep.Kind.SESSION_USER, user.client()),
        step(SessionStep.Kind.ROLE, asked.role()));
  }

  /** One whose connect call was not seen. */
  static SqlSession unseen(DatabaseSystem system) {
    return SqlSession.atLogin(nature(system, false), null, null);
  }

  private static SessionNature nature(DatabaseSystem system, boolean autosave) {
    if (!system.dialect.settingsAreTransactional()) {
      return SessionNature.LASTING;
    }
    return autosave ? SessionNature.TRANSACTIONAL_WITH_AUTOSAVE : SessionNature.TRANSACTIONAL;
  }

  private static @Nullable SessionStep step(SessionStep.Kind kind, @Nullable String name) {
    if (name == null) {
      return null;
    }
    return name.isEmpty()
        ? SessionStep.to(kind, SessionStep.Target.UNREADABLE)
        : SessionStep.named(kind, Collections.singletonList(name));
  }
}
