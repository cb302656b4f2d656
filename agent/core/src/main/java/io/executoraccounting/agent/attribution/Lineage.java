/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.identity.grant.CredentialLineage;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.Via;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential with the grant by which it was given out, and with the lineage of what it was given
 * out against. Immutable.
 */
final class Lineage {
  /** Deeper lineages are cut: a table that is asked by names might lead in circles. */
  static final int MAX_GRANTS = 8;

  /** What the credential states, and what its grants answer where it states nothing. */
  final CredentialUse credential;

  /** Null where nobody saw it given out. */
  final @Nullable Grant grant;

  /** Of whose right it derives; null where that was not seen. */
  final @Nullable Lineage subject;

  /** Whether there is more than is told. */
  final boolean cut;

  private Lineage(
      CredentialUse credential, @Nullable Grant grant, @Nullable Lineage subject, boolean cut) {
    this.credential = credential;
    this.grant = grant;
    this.subject = subject;
    this.cut = cut;
  }

  /** A credential by itself. */
  static Lineage alone(CredentialUse use) {
    return new Lineage(use, null, null, false);
  }

  static Lineage of(CredentialUse use, CredentialLineage grants) {
    return walk(use, grants, new ArrayList<>());
  }

  private static Lineage walk(CredentialUse use, CredentialLineage grants, List<Grant> seen) {
    // A token that its issuer did not sign has no part in what its issuer gave out.
    boolean nobodys =
        use.kind() == CredentialKind.NONE || use.gaps().contains(Gap.SIGNATURE_INVALID);
    Grant grant = nobodys ? null : grants.grantOf(use);
    if (grant == null) {
      return alone(use);
    }
    if (seen.size() == MAX_GRANTS || seen.contains(grant)) {
      return new Lineage(use, null, null, true);
    }
    seen.add(grant);
    CredentialUse against = grant.subject();
    Lineage subject = against == null ? null : walk(against, grants, seen);
    if (GrantedCredential.contradicts(use, grant, subject)) {
      return alone(use.toBuilder().gap(Gap.PRINCIPAL_CONFLICT).build());
    }
    boolean cut = subject != null && subject.cut;
    return new Lineage(GrantedCredential.of(use, grant, subject), grant, subject, cut);
  }

  /** The same with more about the credential itself. */
  Lineage with(CredentialUse credential) {
    return new Lineage(credential, grant, subject, cut);
  }

  /**
   * Who set it going, as far as the credentials say, which is the same for each of them; null if
   * they name nobody but a program that acts for itself.
   */
  @Nullable Actor origin() {
    return origin(false);
  }

  /** The same, where this is the subject of an exchange: its holder is one unless a program. */
  @Nullable Actor originOfExchange() {
    return origin(true);
  }

  private @Nullable Actor origin(boolean exchanged) {
    Actor older = olderOrigin();
    return older == null ? named(exchanged) : older;
  }

  /** The origin as credentials before this one name it. */
  @Nullable Actor olderOrigin() {
    return grant == null || subject == null || !GrantedCredential.keepsOrigin(grant.type())
        ? null
        : subject.origin(isExchanged(grant));
  }

  /** The credential that names the origin; null if none does. */
  @Nullable Lineage originator() {
    return originator(false);
  }

  private @Nullable Lineage originator(boolean exchanged) {
    if (grant != null && subject != null && olderOrigin() != null) {
      return subject.originator(isExchanged(grant));
    }
    return named(exchanged) == null ? null : this;
  }

  private static boolean isExchanged(Grant grant) {
    return grant.type().via() == Via.TOKEN_EXCHANGE;
  }

  /** Whether this credential, or one that it was given out against, is about that identity. */
  boolean names(Actor identity) {
    Actor initiator = credential.initiator();
    String own = initiator == null ? credential.principal() : initiator.id();
    if (identity.id().equals(own)) {
      return true;
    }
    return grant != null
        && subject != null
        && GrantedCredential.keepsOrigin(grant.type())
        && subject.names(identity);
  }

  /** Whether it is proven that somebody acts for the origin, and is not merely taken for it. */
  boolean delegates() {
    return !credential.actors().isEmpty() || credential.initiator() != null;
  }

  /** Whether it is that credential, or was given out against it. */
  boolean derivesFrom(@Nullable String fingerprint) {
    if (fingerprint == null) {
      return false;
    }
    return fingerprint.equals(credential.fingerprint())
        || (subject != null && subject.derivesFrom(fingerprint));
  }

  /** Whether the holder is a role or account that was put on, and not who put it on. */
  boolean isPutOn() {
    if (grant == null) {
      return false;
    }
    return GrantedCredential.isSameRight(grant.type())
        ? subject != null && subject.isPutOn()
        : GrantedCredential.isPutOn(grant.type());
  }

  /** The credential and those that it was given out against, the newest first. */
  List<Lineage> all() {
    List<Lineage> all = new ArrayList<>();
    for (Lineage next = this; next != null; next = next.subject) {
      all.add(next);
    }
    return all;
  }

  /** Whom this credential alone names. */
  private @Nullable Actor named(boolean exchanged) {
    String principal = credential.principal();
    if (credential.initiator() != null || principal == null) {
      return credential.initiator();
    }
    IdentityType type = credential.principalType();
    boolean person = type == IdentityType.HUMAN || (exchanged && type == IdentityType.UNKNOWN);
    return person ? new Actor(principal, type, credential.issuer()) : null;
  }
}
