/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.Via;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes ids of a session's roles and users, in the way in which its login's id is made. */
public interface IdentityNaming {
  /** The login's id; null if unknown. */
  @Nullable String login();

  /** How another user than the login's came to be put on. */
  Via loginVia();

  /**
   * @param names one, or several roles that hold together
   * @return null where no id may be made of them
   */
  @Nullable AssumedIdentity identity(List<String> names, Via via);
}
