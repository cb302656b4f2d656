/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import io.executoraccounting.agent.identity.FingerprintKey;
import io.executoraccounting.agent.identity.PresentedCredentialReader;
import io.executoraccounting.spi.CredentialKind;
import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A key in its file, under the conditions on which the agent takes it. */
final class KnownKey {
  private final File file;
  private final PresentedCredentialReader reader;

  private KnownKey(File file, PresentedCredentialReader reader) {
    this.file = file;
    this.reader = reader;
  }

  static KnownKey read(File file) {
    try {
      PresentedCredentialReader reader = new PresentedCredentialReader(FingerprintKey.read(file));
      FingerprintKey.refuseIfShared(file);
      return new KnownKey(file, reader);
    } catch (IOException e) {
      throw new CommandFailure("no key: " + e.getMessage(), e);
    }
  }

  File file() {
    return file;
  }

  /** As records have it, for the agent's own reader says; null for what is too long to be read. */
  @Nullable String fingerprint(String credential) {
    return reader.fromToken(credential, CredentialKind.JWT).fingerprint();
  }
}
