/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.Gap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The claims of one token that are on the allow-list, as they stand there. */
final class TokenClaims {
  @Nullable String type;
  @Nullable String algorithm;
  @Nullable String keyId;

  /**
   * The header asks for what is not understood here (RFC 7515 s4.1.11), or names no key we read.
   */
  boolean uncheckable;

  @Nullable String issuer;
  @Nullable String subject;

  /** {@code jti}, Entra's {@code uti}, else the {@code txn} of a transaction token. */
  @Nullable String tokenId;

  @Nullable String transactionId;
  @Nullable String tenant;
  long expiresAt;
  final List<String> audience = new ArrayList<>();

  final List<String> scopes = new ArrayList<>();

  /** {@code scope} or {@code scp}: what a resource owner consents to; roles are not among them. */
  boolean consented;

  boolean scopesStated;

  @Nullable String clientId;
  @Nullable String subjectProfile;
  boolean boundToKey;
  boolean boundToCertificate;

  /** {@code act}, the current actor first. */
  final List<NamedParty> actors = new ArrayList<>();

  /** {@code actor} and {@code principal} of transaction tokens for agents. */
  @Nullable NamedParty actor;

  @Nullable NamedParty principal;
  @Nullable String requestingWorkload;

  final EntraClaims entra = new EntraClaims();

  final CiClaims ci = new CiClaims();

  /** {@code email} where it is that of a Google service account, and nobody's otherwise. */
  @Nullable String serviceAccountMail;

  /** Keycloak's or Auth0's mark of a client-credentials token. */
  boolean clientCredentials;

  /** Somebody logged in: the token says when, how, or what that person is called. */
  boolean login;

  @Nullable String kubernetesNamespace;
  @Nullable String kubernetesServiceAccount;
  @Nullable String kubernetesPodUid;

  /** Names under which a framework may know the subject; kept as keyed marks alone. */
  final List<String> subjectNames = new ArrayList<>();

  final Set<Gap> gaps = EnumSet.noneOf(Gap.class);

  /** An identity that a token names beside its subject. */
  static final class NamedParty {
    @Nullable String issuer;
    @Nullable String subject;
    @Nullable String clientId;
    @Nullable String profile;
  }
}
