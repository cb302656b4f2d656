/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import java.util.Arrays;
import java.util.Base64;

/**
 * Kerberos, as far as it may be told. A ticket is encrypted and says nobody's name; a library that
 * knows the name gives it beside the ticket.
 */
final class KerberosReader {
  /** What every message of NTLM begins with, MS-NLMP s2.2. */
  private static final byte[] NTLM = {'N', 'T', 'L', 'M', 'S', 'S', 'P', 0};

  /** Of base 64, enough for what a SPNEGO message says of its mechanisms, RFC 4178 s4.2.1. */
  private static final int LOOKED_AT = 256;

  private static final int MAX_NAME = ClaimText.MAX_LENGTH - "kerberos:".length();

  private final Fingerprinter fingerprinter;

  KerberosReader(Fingerprinter fingerprinter) {
    this.fingerprinter = fingerprinter;
  }

  /** {@code Negotiate}, RFC 4559: Kerberos unless NTLM's signature stands in its first bytes. */
  static CredentialUse negotiated(String blob) {
    CredentialUse.Builder use =
        CredentialUse.builder(isNtlm(blob) ? CredentialKind.UNKNOWN : CredentialKind.KERBEROS);
    return use.provider(isNtlm(blob) ? "ntlm" : null)
        .gap(Gap.PRINCIPAL_UNKNOWN)
        .gap(Gap.SCOPES_OPAQUE)
        .build();
  }

  CredentialUse principal(String name) {
    CredentialUse.Builder use =
        CredentialUse.builder(CredentialKind.KERBEROS).gap(Gap.SCOPES_OPAQUE);
    if (name.isEmpty() || name.length() > MAX_NAME || !ClaimText.printable(name)) {
      return use.gap(Gap.PRINCIPAL_UNKNOWN).build();
    }
    int at = name.lastIndexOf('@');
    String user = at < 0 ? name : name.substring(0, at);
    return use.principal("kerberos:" + name, type(user))
        .issuer(at < 0 || at == name.length() - 1 ? null : name.substring(at + 1))
        .subjectMark(fingerprinter.markOf(name))
        .subjectMark(fingerprinter.markOf(user))
        .build();
  }

  /** {@code HTTP/web.example.com} is a service, {@code WEB01$} a machine; others may be anybody. */
  private static IdentityType type(String user) {
    int slash = user.indexOf('/');
    boolean program = user.endsWith("$") || (slash > 0 && user.indexOf('.', slash) > 0);
    return program ? IdentityType.SERVICE_ACCOUNT : IdentityType.UNKNOWN;
  }

  private static boolean isNtlm(String blob) {
    int length = Math.min(LOOKED_AT, blob.length()) / 4 * 4;
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(blob.substring(0, length));
    } catch (IllegalArgumentException e) {
      return false;
    }
    try {
      for (int i = 0; i + NTLM.length <= bytes.length; i++) {
        if (Arrays.equals(Arrays.copyOfRange(bytes, i, i + NTLM.length), NTLM)) {
          return true;
        }
      }
      return false;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
