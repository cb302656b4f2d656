/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialUse;

/**
 * Whose right is used, rule 1 of the model: of the identity that the call has put on, else of what
 * it presents, else the thread's, else the process's.
 */
final class AuthorityHolder {
  static final String UNKNOWN = "unknown";

  final String id;
  final IdentityType type;
  final AuthoritySource source;

  private AuthorityHolder(String id, IdentityType type, AuthoritySource source) {
    this.id = id;
    this.type = type;
    this.source = source;
  }

  static AuthorityHolder of(CallEvidence evidence, ExecutorIdentity process) {
    AuthoritySource source = evidence.call.source();
    AssumedIdentity assumed = evidence.assumed();
    if (assumed != null) {
      boolean stated = source != AuthoritySource.NONE;
      return new AuthorityHolder(
          assumed.id(), assumed.type(), stated ? source : AuthoritySource.CALL);
    }
    if (evidence.presents()) {
      CredentialUse use = evidence.lineage.credential;
      String principal = use.principal();
      return new AuthorityHolder(
          principal == null ? UNKNOWN : principal, use.principalType(), source);
    }
    InboundEvidence inbound = evidence.inbound;
    if (inbound != null && inbound.isKnown()) {
      Actor subject = inbound.subject;
      return new AuthorityHolder(subject.id(), subject.type(), AuthoritySource.THREAD);
    }
    return new AuthorityHolder(process.id(), process.type(), AuthoritySource.PROCESS);
  }
}
