/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One credential that was given out twice: a server may answer from a cache. Where it was given out
 * against another's right the second time, nobody can tell whose call it is found in, and only what
 * both times have in common is known of it.
 */
final class RepeatedGrant {
  private final Grant before;
  private final Grant again;

  RepeatedGrant(Grant before, Grant again) {
    this.before = before;
    this.again = again;
  }

  Grant common() {
    boolean repeated =
        isOfSame(before.subject(), again.subject())
            && isOfSame(before.actor(), again.actor())
            && Objects.equals(before.issued().principal(), again.issued().principal())
            && isSame(before.issued().client(), again.issued().client());
    return repeated
        ? again
        : new Grant(again.type(), issued(), null, null, Collections.emptyList());
  }

  private CredentialUse issued() {
    CredentialUse one = before.issued();
    CredentialUse other = again.issued();
    CredentialUse.Builder issued = other.toBuilder();
    if (!Objects.equals(one.principal(), other.principal())) {
      issued.principal(null, IdentityType.UNKNOWN).principalName(null).gap(Gap.PRINCIPAL_UNKNOWN);
    }
    if (!Objects.equals(one.sessionId(), other.sessionId())) {
      issued.sessionId(null);
    }
    if (!isSame(one.initiator(), other.initiator())) {
      issued.initiator(null);
    }
    if (!isSame(one.client(), other.client())) {
      issued.client(null);
    }
    if (!haveSameActors(one, other)) {
      issued.actors(Collections.emptyList());
    }
    if (!one.audience().equals(other.audience())) {
      issued.audience(Collections.emptyList());
    }
    if (one.scopesSource() != other.scopesSource() || !one.scopes().equals(other.scopes())) {
      issued.scopes(Collections.emptyList(), null).gap(Gap.SCOPES_OPAQUE);
    }
    return issued.build();
  }

  /** A newer token of the same holder is another credential, and the same right. */
  private static boolean isOfSame(@Nullable CredentialUse one, @Nullable CredentialUse other) {
    if (one == null || other == null) {
      return one == other;
    }
    return one.principal() != null && other.principal() != null
        ? one.principal().equals(other.principal())
        : Objects.equals(one.fingerprint(), other.fingerprint())
            && Objects.equals(one.publicId(), other.publicId());
  }

  private static boolean isSame(@Nullable Actor one, @Nullable Actor other) {
    return one == null || other == null ? one == other : one.id().equals(other.id());
  }

  private static boolean haveSameActors(CredentialUse one, CredentialUse other) {
    boolean same = one.actors().size() == other.actors().size();
    for (int i = 0; same && i < one.actors().size(); i++) {
      same = isSame(one.actors().get(i), other.actors().get(i));
    }
    return same;
  }
}
