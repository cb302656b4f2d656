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
   * Authorization}, {@code Workload-Identity-Token}, {@code Txn-Token}, API key headers, session
   * cookie; {@link CredentialUse#NONE} if it presents none. Beside another credential a transaction
   * token is not the authority, but names initiator and actors where the other one does not.
   */
  CredentialUse fromHeaders(HeaderSource headers);

  /**
   * A token that is handed over in a body: issued, or offered in exchange. The same text has the
   * same fingerprint wherever, and as what, it is presented.
   *
   * @param token not kept
   * @param presented {@code JWT}, {@code DPOP_JWT} or {@code TXN_TOKEN}: how it is presented where
   *     it is used
   */
  CredentialUse fromToken(String token, CredentialKind presented);

  /**
   * A token that is presented where a password is asked for: an RDS IAM token, a JWT, a token of
   * Databricks.
   *
   * @return null for anything else, of which nothing is kept: it may be a password
   */
  @Nullable CredentialUse fromPassword(String password);

  /**
   * The credential that the query of a URL presents: presigned URLs of AWS and Google, shared
   * access signatures of Azure, tokens and API keys in parameters. For requests whose headers
   * present none.
   *
   * @param host to whom the request goes, null if unknown
   * @param rawQuery percent-encoded, without the question mark; null if there is none
   * @return {@link CredentialUse#NONE} if it presents none
   */
  CredentialUse fromQuery(@Nullable String host, @Nullable String rawQuery);

  /** The certificate that a TLS peer presented, the leaf first. */
  CredentialUse fromCertificates(X509Certificate[] chain);

  /**
   * A Kerberos principal (RFC 4120 s6) that a library gives out as the one whose ticket is used.
   *
   * @param name with or without its realm: {@code HTTP/web.example.com@EXAMPLE.COM}
   */
  CredentialUse fromKerberosPrincipal(String name);

  /**
   * A login by SASL (RFC 4422).
   *
   * @param mechanism by its registered name, such as {@code SCRAM-SHA-256}
   * @param user authentication identity; for mechanisms that sign with a key of AWS the key's id;
   *     null where it is not known
   * @param realm where that user is one: the server, cluster or Kerberos realm; null if unknown
   */
  CredentialUse fromSasl(String mechanism, @Nullable String user, @Nullable String realm);

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
