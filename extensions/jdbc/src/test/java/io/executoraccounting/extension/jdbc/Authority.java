/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.OutboundCall;
import java.util.List;

/** Whose right a call says it uses. */
final class Authority {
  private Authority() {}

  /** The id of whoever was put on last, or of the login. */
  static String id(OutboundCall call) {
    List<AssumedIdentity> assumed = call.assumed();
    return assumed.isEmpty() ? call.credential().principal() : assumed.get(assumed.size() - 1).id();
  }

  /** The name within an id such as {@code postgresql:app@localhost:5432}. */
  static String name(OutboundCall call) {
    String id = id(call);
    int at = id.lastIndexOf('@');
    return id.substring(id.indexOf(':') + 1, at < 0 ? id.length() : at);
  }
}
