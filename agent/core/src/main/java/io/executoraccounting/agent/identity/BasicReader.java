/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Basic credentials, RFC 7617: the user alone; of a password not even a fingerprint. */
final class BasicReader {
  private static final int MAX_USER = ClaimText.MAX_LENGTH - "basic:".length();

  private final Fingerprinter fingerprinter;

  BasicReader(Fingerprinter fingerprinter) {
    this.fingerprinter = fingerprinter;
  }

  CredentialUse read(String encoded) {
    CredentialUse.Builder use = CredentialUse.builder(CredentialKind.BASIC).gap(Gap.SCOPES_OPAQUE);
    if (encoded.length() > BearerToken.MAX_LENGTH) {
      return use.gap(Gap.BUDGET_EXCEEDED).gap(Gap.PRINCIPAL_UNKNOWN).build();
    }
    byte[] pair;
    try {
      pair = Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      return use.gap(Gap.TOKEN_MALFORMED).gap(Gap.PRINCIPAL_UNKNOWN).build();
    }
    int colon = indexOfColon(pair);
    String user = colon <= 0 ? "" : new String(pair, 0, colon, StandardCharsets.UTF_8);
    Arrays.fill(pair, (byte) 0);
    if (colon < 0 || !ClaimText.printable(user)) {
      return use.gap(Gap.TOKEN_MALFORMED).gap(Gap.PRINCIPAL_UNKNOWN).build();
    }
    OpaqueToken product = OpaqueToken.of(user);
    if (user.isEmpty() || user.length() > MAX_USER || product != OpaqueToken.OTHER) {
      // Some products take a token in the user's place, with an empty password.
      return use.gap(Gap.PRINCIPAL_UNKNOWN).build();
    }
    return use.principal("basic:" + user, type(user))
        .subjectMark(fingerprinter.markOf(user))
        .build();
  }

  private static IdentityType type(String user) {
    return Mailbox.isOfPerson(user) ? IdentityType.HUMAN : IdentityType.UNKNOWN;
  }

  private static int indexOfColon(byte[] pair) {
    for (int i = 0; i < pair.length; i++) {
      if (pair[i] == ':') {
        return i;
      }
    }
    return -1;
  }
}
