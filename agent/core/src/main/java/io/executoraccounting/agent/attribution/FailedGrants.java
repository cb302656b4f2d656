/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.OutboundCall;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose last request for a token of its own failed. For one thread. */
final class FailedGrants {
  private static final int MAX_CLIENTS = 256;
  private static final Set<String> OPERATIONS = operations(EnumSet.allOf(GrantType.class));

  /** Those whose failure may be another's doing: who mistypes, has not agreed yet, or has left. */
  private static final Set<String> OF_OTHERS =
      operations(
          EnumSet.of(
              GrantType.AUTHORIZATION_CODE,
              GrantType.REFRESH_TOKEN,
              GrantType.PASSWORD,
              GrantType.DEVICE_CODE,
              GrantType.CIBA,
              GrantType.JWT_BEARER,
              GrantType.SAML2_BEARER,
              GrantType.ON_BEHALF_OF,
              GrantType.TOKEN_EXCHANGE));

  private final BoundedTable<Boolean> clients = new BoundedTable<>(MAX_CLIENTS);

  private static Set<String> operations(Set<GrantType> types) {
    Set<String> operations = new HashSet<>();
    for (GrantType type : types) {
      operations.add(plain(type.name()));
    }
    return Collections.unmodifiableSet(operations);
  }

  private static String plain(String operation) {
    return operation.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Notes how a token request ended; false, with nothing noted, if it is none. */
  boolean note(AccountingRecord record) {
    if (!isOneOf(OPERATIONS, record.completed().call())) {
      return false;
    }
    if (isOneOf(OF_OTHERS, record.completed().call())) {
      return true;
    }
    if (record.completed().outcome().errorType() == null) {
      clients.remove(record.authority().id());
    } else {
      clients.put(record.authority().id(), true);
    }
    return true;
  }

  /** By the operation, which token endpoints have from the grant and AWS from its action. */
  private static boolean isOneOf(Set<String> operations, OutboundCall call) {
    String operation = call.operation();
    return operation != null && operations.contains(plain(operation));
  }

  boolean contains(@Nullable String authorityId) {
    return authorityId != null && clients.containsKey(authorityId);
  }
}
