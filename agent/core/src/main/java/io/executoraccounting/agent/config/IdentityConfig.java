/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.File;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which form identities and credentials appear. Immutable. */
public final class IdentityConfig {
  /** How public ids of credentials (access key id, {@code jti}) appear. */
  public enum CredentialIdForm {
    PLAIN,
    FINGERPRINT,
    NONE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final ConfigKey<List<File>> KEY_FILES =
      ConfigKey.optional(
          "executor.fingerprint.key-file",
          new PathsParser(),
          "File with the 32 bytes that fingerprints and pseudonyms are keyed with; random for the"
              + " process if it is not set. Of several files the first is used; the others are keys"
              + " it replaced, which the command `fingerprint` needs for older records. A file that"
              + " others may read is refused.",
          "Give services the same file whose records shall be joined by fingerprint. To rotate, put"
              + " the new file in front, and take the old one out when its records are deleted.");
  static final ConfigKey<Boolean> PSEUDONYMISE =
      ConfigKey.withDefault(
          "executor.human.pseudonymise",
          new FlagParser(),
          "true",
          "Whether ids of people are replaced by keyed pseudonyms (`p1:…`).",
          "Set it to `false` only where records may name people.");
  static final ConfigKey<CredentialIdForm> CREDENTIAL_ID =
      ConfigKey.withDefault(
          "executor.credential.id",
          new ChoiceParser<>(CredentialIdForm.values()),
          "plain",
          "How public ids of credentials (access key id, `jti`) appear.",
          "`fingerprint` where even public ids shall not leave; they then join no cloud log.");

  static final ConfigKey<File> SVID_FILE =
      ConfigKey.optional(
          "executor.process.svid-file",
          new PathParser(),
          "File with the SVID of this process, an X.509 certificate as PEM or a JWT, as"
              + " spiffe-helper or a CSI driver writes it. Read once, at start; where the usual"
              + " mounts have one it is found without this key.",
          "Set it where workloads have SPIFFE ids: no socket is asked for one.");

  private final List<File> keyFiles;
  private final @Nullable File svidFile;
  private final boolean pseudonymise;
  private final CredentialIdForm credentialIdForm;

  private IdentityConfig(
      List<File> keyFiles,
      @Nullable File svidFile,
      boolean pseudonymise,
      CredentialIdForm credentialIdForm) {
    this.keyFiles = keyFiles;
    this.svidFile = svidFile;
    this.pseudonymise = pseudonymise;
    this.credentialIdForm = credentialIdForm;
  }

  static IdentityConfig read(Settings settings) {
    List<File> keyFiles = settings.optional(KEY_FILES);
    return new IdentityConfig(
        keyFiles == null ? Collections.emptyList() : keyFiles,
        settings.optional(SVID_FILE),
        settings.value(PSEUDONYMISE),
        settings.value(CREDENTIAL_ID));
  }

  /** The current key first, former ones after it; empty: a key is made up for the process. */
  public List<File> keyFiles() {
    return keyFiles;
  }

  /** Null: only the usual mounts are looked at. */
  public @Nullable File svidFile() {
    return svidFile;
  }

  public boolean pseudonymise() {
    return pseudonymise;
  }

  public CredentialIdForm credentialIdForm() {
    return credentialIdForm;
  }
}
