/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.OutboundCall;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose last request for a token of its own failed. For one thread. */
final class FailedGrants {
  private static final int MAX_CLIENTS = 256;
  private static final Set<String> OPERATIONS = operations();

  private final BoundedTable<Boolean> clients = new BoundedTable<>(MAX_CLIENTS);

  private static Set<String> operations() {
    Set<String> operations = new HashSet<>();
    for (GrantType type : GrantType.values()) {
      operations.add(type.name().replace("_", "").toLowerCase(Locale.ROOT));
    }
    return Collections.unmodifiableSet(operations);
  }

  /** Notes how a token request ended; false, with nothing noted, if it is none. */
  boolean note(AccountingRecord record) {
    if (!isTokenRequest(record.completed().call())) {
      return false;
    }
    if (record.completed().outcome().errorType() == null) {
      clients.remove(record.authority().id());
    } else {
      clients.put(record.authority().id(), true);
    }
    return true;
  }

  /** By the operation, which token endpoints have from the grant and AWS from its action. */
  private static boolean isTokenRequest(OutboundCall call) {
    String operation = call.operation();
    return operation != null
        && OPERATIONS.contains(operation.replace("_", "").toLowerCase(Locale.ROOT));
  }

  boolean contains(@Nullable String authorityId) {
    return authorityId != null && clients.containsKey(authorityId);
  }
}
