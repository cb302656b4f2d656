/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;

/** Products that mark their opaque tokens with a public prefix, which tells the kind alone. */
enum OpaqueToken {
  GITHUB_PERSONAL("ghp_", "github_personal", CredentialKind.OPAQUE_BEARER),
  GITHUB_FINE_GRAINED("github_pat_", "github_personal", CredentialKind.OPAQUE_BEARER),
  GITHUB_OAUTH("gho_", "github_oauth", CredentialKind.OPAQUE_BEARER),
  GITHUB_USER("ghu_", "github_app_user", CredentialKind.OPAQUE_BEARER),
  GITHUB_INSTALLATION("ghs_", "github_app_installation", CredentialKind.OPAQUE_BEARER),
  GITLAB("glpat-", "gitlab", CredentialKind.OPAQUE_BEARER),
  SLACK_BOT("xoxb-", "slack_bot", CredentialKind.OPAQUE_BEARER),
  SLACK_USER("xoxp-", "slack_user", CredentialKind.OPAQUE_BEARER),
  VAULT_SERVICE("hvs.", "vault_service", CredentialKind.OPAQUE_BEARER),
  VAULT_BATCH("hvb.", "vault_batch", CredentialKind.OPAQUE_BEARER),
  GOOGLE_ACCESS("ya29.", "google", CredentialKind.GCP_TOKEN),
  GOOGLE_KEY("AIza", "google", CredentialKind.API_KEY),
  ANTHROPIC("sk-ant-", "anthropic", CredentialKind.API_KEY),
  OPENAI("sk-", "openai", CredentialKind.API_KEY),
  OTHER("", "", CredentialKind.OPAQUE_BEARER);

  private final String prefix;
  private final String product;
  private final CredentialKind kind;

  OpaqueToken(String prefix, String product, CredentialKind kind) {
    this.prefix = prefix;
    this.product = product;
    this.kind = kind;
  }

  private static final OpaqueToken[] ALL = values();

  static OpaqueToken of(String token) {
    for (OpaqueToken candidate : ALL) {
      if (token.startsWith(candidate.prefix)) {
        return candidate;
      }
    }
    return OTHER;
  }

  /** What the prefix names; empty if there is none. */
  String product() {
    return product;
  }

  CredentialKind kind() {
    return kind;
  }

  IdentityType holder() {
    if (kind == CredentialKind.API_KEY) {
      return IdentityType.API_KEY;
    }
    return this == GITHUB_INSTALLATION || this == SLACK_BOT
        ? IdentityType.SERVICE_ACCOUNT
        : IdentityType.UNKNOWN;
  }
}
