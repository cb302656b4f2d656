/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.spi.CredentialUse;
import org.jspecify.annotations.Nullable;

/** What of one record is remembered. Holds ids as they may be told. Immutable. */
final class SeenAuthority {
  final String executorId;

  /** Null where it is not known whose right it is. */
  final @Nullable String authorityId;

  final @Nullable String fingerprint;

  /** What tells the credential from others: its fingerprint, else its public id; or nothing. */
  final @Nullable String credential;

  /** Whether the holder is known not to be a person. */
  final boolean program;

  /** Whether the call failed for want of authentication. */
  final boolean failed;

  SeenAuthority(AccountingRecord record, AuthorityStep step) {
    CredentialUse use = record.authority().credential();
    String id = record.authority().id();
    executorId = record.executor().id();
    authorityId = id.equals(AuthorityHolder.UNKNOWN) ? null : id;
    fingerprint = use.fingerprint();
    credential = fingerprint == null ? use.publicId() : fingerprint;
    program = step.program;
    failed = WantOfAuthentication.in(record.completed().outcome());
  }

  /**
   * By what its holder is told from others: keys whose holders are unknown are told apart by
   * themselves, for nobody renews them on the way; of tokens that cannot be read nothing is known.
   */
  @Nullable String holder() {
    if (authorityId != null) {
      return authorityId;
    }
    return program ? credential : null;
  }

  String identity() {
    return executorId + '\n' + holder();
  }
}
