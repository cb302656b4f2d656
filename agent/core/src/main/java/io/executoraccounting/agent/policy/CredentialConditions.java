/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.CredentialLifetime;
import io.executoraccounting.spi.InboundCall;

/** What may be wrong with the credential that a call presents. */
final class CredentialConditions {
  private CredentialConditions() {}

  static boolean isExpired(AccountingRecord record) {
    return CredentialLifetime.isExpired(
        record.authority().credential(), record.completed().startEpochNanos());
  }

  static boolean isLongLived(AccountingRecord record) {
    return CredentialLifetime.isLongLived(
        record.authority().credential(), record.completed().startEpochNanos());
  }

  static boolean isForAnotherAudience(AccountingRecord record) {
    return Boolean.FALSE.equals(record.authority().audienceMatch());
  }

  /** MCP, authorization: a server must not pass on the token that it received from its client. */
  static boolean isPassedThrough(AccountingRecord record) {
    InboundCall inbound = record.completed().thread().inbound();
    String presented = record.authority().credential().fingerprint();
    return inbound != null
        && presented != null
        && presented.equals(inbound.credential().fingerprint())
        && !Boolean.TRUE.equals(record.authority().audienceMatch());
  }
}
