/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.Verification;
import io.executoraccounting.spi.Via;
import org.jspecify.annotations.Nullable;

/** What arrived, as far as it is believed. */
final class InboundEvidence {
  private static final Actor ANONYMOUS = new Actor("anonymous", IdentityType.ANONYMOUS, null);
  private static final Actor UNKNOWN = new Actor("unknown", IdentityType.UNKNOWN, null);

  final InboundCall call;

  /** Who was let in, or claims to be whom. */
  final Actor subject;

  /** The credential that names the subject; {@code NONE} where it is not believed. */
  final CredentialUse credential;

  final Verification verification;

  /** The token names somebody else than the application authenticated. */
  final boolean conflict;

  private InboundEvidence(
      InboundCall call,
      Actor subject,
      CredentialUse credential,
      Verification verification,
      boolean conflict) {
    this.call = call;
    this.subject = subject;
    this.credential = credential;
    this.verification = verification;
    this.conflict = conflict;
  }

  /**
   * What the application authenticated goes before what a token says: a token that nobody checked
   * and that names somebody else is not believed in anything.
   */
  static InboundEvidence of(InboundCall call, Fingerprinter names, String serviceName) {
    String name = call.authenticated();
    if (name == null) {
      return unauthenticated(call);
    }
    String mark = names.markOf(name);
    CredentialUse credential = call.credential();
    CredentialUse peer = call.peer();
    if (credential.subjectMarks().contains(mark) && isScoped(credential)) {
      // Two checks agree: the agent's own is the stronger to rely on.
      boolean checked = credential.verification() == Verification.VERIFIED;
      return named(call, credential, checked ? Verification.VERIFIED : Verification.APP_VERIFIED);
    }
    if (peer != null && peer.subjectMarks().contains(mark)) {
      return named(call, peer, Verification.VERIFIED);
    }
    Actor subject = new Actor("app:" + name + "@" + serviceName, call.authenticatedType(), null);
    boolean conflict =
        !credential.subjectMarks().isEmpty() && !credential.subjectMarks().contains(mark);
    return new InboundEvidence(
        call,
        subject,
        conflict ? CredentialUse.NONE : credential,
        Verification.APP_VERIFIED,
        conflict);
  }

  /** The user of Basic credentials is known to the application alone, as a session's is. */
  private static boolean isScoped(CredentialUse credential) {
    return credential.principal() != null && credential.kind() != CredentialKind.BASIC;
  }

  private static InboundEvidence unauthenticated(InboundCall call) {
    CredentialUse credential = call.credential();
    CredentialUse peer = call.peer();
    if (credential.principal() != null) {
      return named(call, credential, credential.verification());
    }
    if (peer != null && peer.principal() != null) {
      return named(call, peer, peer.verification());
    }
    if (credential.kind() == CredentialKind.NONE) {
      return new InboundEvidence(call, ANONYMOUS, credential, Verification.NONE, false);
    }
    return new InboundEvidence(call, UNKNOWN, credential, credential.verification(), false);
  }

  private static InboundEvidence named(
      InboundCall call, CredentialUse credential, Verification verification) {
    String principal = credential.principal();
    IdentityType type =
        call.authenticatedType() == IdentityType.UNKNOWN
            ? credential.principalType()
            : call.authenticatedType();
    Actor subject = principal == null ? UNKNOWN : new Actor(principal, type, credential.issuer());
    return new InboundEvidence(call, subject, credential, verification, false);
  }

  /** Rule 3: the origin that the token names, else whoever was let in. */
  Actor initiator() {
    Actor named = credential.initiator();
    return named == null ? subject : named;
  }

  /** The current actor: whom the token names as such, else whoever was let in. */
  Actor actor() {
    return credential.actors().isEmpty() ? subject : credential.actors().get(0);
  }

  boolean isKnown() {
    return subject != ANONYMOUS && subject != UNKNOWN;
  }

  boolean isUnknown() {
    return subject == UNKNOWN;
  }

  /** Whether it shows a token that its issuer did not sign, and nothing else says who came. */
  boolean isForged() {
    return isUnknown() && credential.gaps().contains(Gap.SIGNATURE_INVALID);
  }

  /** Whether a call relays the very credential that arrived. */
  boolean relayedBy(CredentialUse use) {
    String fingerprint = use.fingerprint();
    return fingerprint != null && fingerprint.equals(call.credential().fingerprint());
  }

  @Nullable String fingerprint() {
    return credential.fingerprint();
  }

  Via via() {
    switch (call.source()) {
      case MESSAGE:
        return Via.MESSAGE;
      case PROCESS:
        return Via.SCHEDULE;
      default:
        return Via.REQUEST;
    }
  }
}
