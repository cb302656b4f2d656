/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a library holds into a {@link CredentialUse}. The text of a secret stays on the stack
 * of these calls. Never throws, never blocks, does no I/O.
 */
public interface CredentialReader {
  /**
   * The credential that a request presents, the strongest where there are several: {@code
   * Authorization}, {@code DPoP}, {@code Txn-Token}, API key headers, session cookie; {@link
   * CredentialUse#NONE} if it presents none.
   */
  CredentialUse fromHeaders(HeaderSource headers);

  /**
   * A token that is handed over in a body: issued, or offered in exchange.
   *
   * @param token not kept
   * @param presented {@code JWT}, {@code DPOP_JWT} or {@code TXN_TOKEN}: how it is presented where
   *     it is used, and so the kind of its fingerprint if it is a JWT
   */
  CredentialUse fromToken(String token, CredentialKind presented);

  /** The certificate that a TLS peer presented, the leaf first. */
  CredentialUse fromCertificates(X509Certificate[] chain);

  /**
   * The login of a database connection.
   *
   * @param kind what the login was proved with
   * @param system the database as {@code db.system.name} names it
   * @param user null where it is not known
   * @param realm where that user is one: the server, or the database where there is no server; null
   *     if unknown
   * @param provider the pool or data source that opened it, null if none is known
   */
  CredentialUse fromDatabaseLogin(
      CredentialKind kind,
      String system,
      @Nullable String user,
      @Nullable String realm,
      @Nullable String provider);
}
