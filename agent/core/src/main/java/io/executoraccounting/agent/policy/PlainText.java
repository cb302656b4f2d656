/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.OutboundCall;
import org.jspecify.annotations.Nullable;

/** A credential that anybody on the way can read. */
final class PlainText {
  private PlainText() {}

  static boolean isMet(AccountingRecord record) {
    OutboundCall call = record.completed().call();
    Object url = call.conventions().get("url.full");
    return call.credential().kind() != CredentialKind.NONE
        && url instanceof String
        && ((String) url).startsWith("http://")
        && !isThisMachine(call.host());
  }

  /** Nothing leaves the machine; a proxy that encrypts may stand there. */
  private static boolean isThisMachine(@Nullable String host) {
    return host != null
        && (host.equalsIgnoreCase("localhost")
            || host.startsWith("127.")
            || host.equals("::1")
            || host.equals("[::1]"));
  }
}
