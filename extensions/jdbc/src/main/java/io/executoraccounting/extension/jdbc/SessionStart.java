/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.session.SessionStep;
import io.executoraccounting.sql.session.SqlSession;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** What a session has put on from its first moment, as the connect call asks. */
final class SessionStart {
  private SessionStart() {}

  static SqlSession session(DatabaseSystem system, LoginUser user, LoginHints hints) {
    return SqlSession.atLogin(
        system.dialect.settingsAreTransactional(),
        step(SessionStep.Kind.SESSION_USER, user.client()),
        step(SessionStep.Kind.ROLE, hints.role()));
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
