/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ids on a record that are, or may be, those of people, in whatever place they stand. */
final class Persons {
  private final Set<String> ids = new HashSet<>();

  private Persons() {}

  static Set<String> of(CallEvidence evidence) {
    Persons persons = new Persons();
    persons.addAll(evidence.inbound);
    for (Lineage lineage : evidence.lineage.all()) {
      persons.add(lineage.credential);
    }
    persons.add(evidence.initiator());
    for (AssumedIdentity assumed : evidence.call.assumed()) {
      persons.add(assumed.id(), assumed.type());
    }
    return persons.ids;
  }

  static Set<String> of(InboundEvidence inbound) {
    Persons persons = new Persons();
    persons.addAll(inbound);
    return persons.ids;
  }

  private void addAll(@Nullable InboundEvidence inbound) {
    if (inbound != null) {
      add(inbound.initiator());
      add(inbound.subject);
    }
  }

  /** The user of own Basic credentials is an account until somebody arrives under that name. */
  private void add(CredentialUse use) {
    String principal = use.principal();
    if (principal != null && use.kind() != CredentialKind.BASIC) {
      add(principal, use.principalType());
    }
  }

  private void add(@Nullable Actor actor) {
    if (actor != null) {
      add(actor.id(), actor.type());
    }
  }

  private void add(String id, IdentityType type) {
    if (Disclosure.mayBePerson(type)) {
      ids.add(id);
    }
  }
}
