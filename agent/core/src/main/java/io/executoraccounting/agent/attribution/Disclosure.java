/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.config.IdentityConfig.CredentialIdForm;
import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.Mailbox;
import io.executoraccounting.agent.identity.Pseudonymiser;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which form ids may leave: people by pseudonyms, public ids of credentials as configured. */
public final class Disclosure {
  private final Fingerprinter fingerprinter;
  private final @Nullable Pseudonymiser pseudonymiser;
  private final CredentialIdForm credentialIds;

  public Disclosure(
      Fingerprinter fingerprinter, boolean pseudonymise, CredentialIdForm credentialIds) {
    this.fingerprinter = fingerprinter;
    this.pseudonymiser = pseudonymise ? new Pseudonymiser(fingerprinter) : null;
    this.credentialIds = credentialIds;
  }

  /** Whether the subject of a request or token is, or may be, a person. */
  static boolean mayBePerson(IdentityType type) {
    return type == IdentityType.HUMAN || type == IdentityType.UNKNOWN;
  }

  /**
   * @param persons ids that stand for people on this record, whatever type they have elsewhere
   */
  String id(String id, IdentityType type, Set<String> persons) {
    boolean person =
        type == IdentityType.HUMAN
            || persons.contains(id)
            || (mayBearMailbox(id, type) && Mailbox.isOfPerson(id));
    return person && pseudonymiser != null && !isPlaceholder(id) ? pseudonymiser.of(id) : id;
  }

  /** A client of a token endpoint may be somebody with a name and a password. */
  private static boolean mayBearMailbox(String id, IdentityType type) {
    return type == IdentityType.UNKNOWN
        || (type == IdentityType.SERVICE_ACCOUNT && id.startsWith("oauth:"));
  }

  ExecutorIdentity executing(ExecutorIdentity executing, Set<String> persons) {
    String id = id(executing.id(), executing.type(), persons);
    if (!id.equals(executing.id())) {
      return ExecutorIdentity.of(id, executing.type());
    }
    // A role's session is often named after the person who assumed it.
    String session = executing.sessionId();
    return session == null || unlessMailbox(session).equals(session)
        ? executing
        : executing.withSessionId(unlessMailbox(session));
  }

  Actor actor(Actor actor, Set<String> persons) {
    return new Actor(id(actor.id(), actor.type(), persons), actor.type(), issuer(actor.issuer()));
  }

  List<ChainHop> chain(List<ChainHop> chain, Set<String> persons) {
    List<ChainHop> disclosed = new ArrayList<>(chain.size());
    for (ChainHop hop : chain) {
      String id = id(hop.id(), hop.type(), persons);
      disclosed.add(new ChainHop(id, hop.type(), hop.via(), hop.fingerprint()));
    }
    return Collections.unmodifiableList(disclosed);
  }

  /** The credential without identities, which the record states in their own places. */
  CredentialUse credential(CredentialUse use) {
    return use.toBuilder()
        .principal(null, use.principalType())
        .initiator(null)
        .actors(Collections.emptyList())
        .client(null)
        .issuer(issuer(use.issuer()))
        .sessionId(use.sessionId() == null ? null : unlessMailbox(use.sessionId()))
        .publicId(publicId(use.publicId()))
        .build();
  }

  private @Nullable String publicId(@Nullable String id) {
    if (id == null || credentialIds == CredentialIdForm.NONE) {
      return null;
    }
    return credentialIds == CredentialIdForm.FINGERPRINT
        ? fingerprinter.ofPublicId(id)
        : unlessMailbox(id);
  }

  /** Whoever signs for oneself may be an issuer by one's mailbox, with a key's name behind it. */
  private @Nullable String issuer(@Nullable String issuer) {
    int at = issuer == null ? -1 : issuer.indexOf('@');
    if (issuer == null || at < 0 || issuer.contains("://") || pseudonymiser == null) {
      return issuer;
    }
    int slash = issuer.indexOf('/', at);
    String name = slash < 0 ? issuer : issuer.substring(0, slash);
    return Mailbox.isOfPerson(name) ? pseudonymiser.of(issuer) : issuer;
  }

  private String unlessMailbox(String text) {
    return pseudonymiser != null && Mailbox.isOfPerson(text) ? pseudonymiser.of(text) : text;
  }

  private static boolean isPlaceholder(String id) {
    return id.equals("unknown") || id.equals("anonymous");
  }
}
