/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.BoundedTable;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import org.jspecify.annotations.Nullable;

/**
 * Which credentials were used by more than one executor, of those used last. A credential is known
 * by its fingerprint, else its public id, else (a password) by whose it is.
 */
final class SharedCredentials implements Condition {
  /** About 1 MB at most. */
  static final int MAX_CREDENTIALS = 4096;

  private static final int MAX_KEY_LENGTH = 256;

  private final BoundedTable<Use> uses = new BoundedTable<>(MAX_CREDENTIALS);

  /** Takes note of a record; its own condition is asked afterwards. */
  void see(AccountingRecord record) {
    String key = key(record.completed().call().credential());
    if (key == null) {
      return;
    }
    String executor = record.executor().id();
    Use use = uses.get(key);
    if (use == null) {
      uses.put(key, new Use(executor));
    } else {
      use.shared |= !use.firstExecutor.equals(executor);
    }
  }

  @Override
  public boolean isMet(AccountingRecord record) {
    String key = key(record.completed().call().credential());
    Use use = key == null ? null : uses.get(key);
    return use != null && use.shared;
  }

  int size() {
    return uses.size();
  }

  private static @Nullable String key(CredentialUse credential) {
    CredentialKind kind = credential.kind();
    String known = credential.fingerprint();
    if (known == null) {
      known = credential.publicId();
    }
    if (known == null) {
      known = credential.principal();
    }
    if (kind == CredentialKind.NONE || known == null) {
      return null;
    }
    String key = kind.value() + ' ' + known;
    return key.length() > MAX_KEY_LENGTH ? key.substring(0, MAX_KEY_LENGTH) : key;
  }

  /** All that must be kept: who was first, and whether there was anybody else. */
  private static final class Use {
    final String firstExecutor;
    boolean shared;

    Use(String firstExecutor) {
      this.firstExecutor = firstExecutor;
    }
  }
}
