/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.HeaderSource;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/** Reads the credentials that calls present. Safe for use by many threads. */
public final class PresentedCredentialReader implements CredentialReader {
  private static final CredentialUse SESSION_COOKIE = unreadable(CredentialKind.SESSION_COOKIE);
  private static final CredentialUse UNKNOWN = unreadable(CredentialKind.UNKNOWN);

  private final TokenReader tokens;
  private final ApiKeyReader apiKeys;
  private final AuthorizationReader authorization;
  private final QueryCredentialReader queries;
  private final PasswordTokenReader passwords;
  private final CertificateReader certificates;
  private final KerberosReader kerberos;
  private final SaslReader sasl;

  /** Takes every token at its word. */
  public PresentedCredentialReader(Fingerprinter fingerprinter) {
    this(fingerprinter, SignatureVerifier.NONE);
  }

  public PresentedCredentialReader(Fingerprinter fingerprinter, SignatureVerifier signatures) {
    tokens = new TokenReader(fingerprinter, signatures);
    apiKeys = new ApiKeyReader(fingerprinter, tokens);
    authorization = new AuthorizationReader(fingerprinter, tokens, apiKeys);
    queries = new QueryCredentialReader(fingerprinter, tokens, apiKeys);
    passwords = new PasswordTokenReader(tokens);
    certificates = new CertificateReader(fingerprinter);
    kerberos = new KerberosReader(fingerprinter);
    sasl = new SaslReader(kerberos);
  }

  private static CredentialUse unreadable(CredentialKind kind) {
    return CredentialUse.builder(kind).gap(Gap.PRINCIPAL_UNKNOWN).gap(Gap.SCOPES_OPAQUE).build();
  }

  @Override
  public CredentialUse fromHeaders(HeaderSource headers) {
    try {
      CredentialUse authority = authenticating(headers);
      String transaction = headers.get("Txn-Token");
      if (transaction != null) {
        CredentialUse context = tokens.read(transaction.trim(), CredentialKind.TXN_TOKEN);
        return authority == null ? context : TransactionContext.joined(authority, context);
      }
      return authority == null ? lesser(headers) : authority;
    } catch (RuntimeException e) {
      return UNKNOWN;
    }
  }

  /** What the caller authenticates with; null if it does not. */
  private @Nullable CredentialUse authenticating(HeaderSource headers) {
    String header = headers.get("Authorization");
    if (header != null && !header.isEmpty()) {
      return authorization.read(header, headers);
    }
    String workload = headers.get("Workload-Identity-Token");
    if (workload == null || workload.isEmpty()) {
      return null;
    }
    // draft-ietf-wimse-workload-creds: the proof is a JWT over the request, as DPoP's is.
    CredentialUse use = tokens.read(workload.trim(), CredentialKind.JWT);
    return headers.get("Workload-Proof-Token") == null
        ? use
        : use.toBuilder().binding(Binding.DPOP).build();
  }

  private CredentialUse lesser(HeaderSource headers) {
    CredentialUse apiKey = apiKeys.read(headers);
    if (apiKey != null) {
      return apiKey;
    }
    return headers.get("Cookie") == null ? CredentialUse.NONE : SESSION_COOKIE;
  }

  @Override
  public CredentialUse fromToken(String token, CredentialKind presented) {
    try {
      return tokens.read(token.trim(), presented);
    } catch (RuntimeException e) {
      return UNKNOWN;
    }
  }

  @Override
  public @Nullable CredentialUse fromPassword(String password) {
    try {
      return passwords.read(password);
    } catch (RuntimeException e) {
      return null;
    }
  }

  @Override
  public CredentialUse fromQuery(@Nullable String host, @Nullable String rawQuery) {
    if (rawQuery == null || rawQuery.isEmpty()) {
      return CredentialUse.NONE;
    }
    try {
      return queries.read(host, rawQuery);
    } catch (RuntimeException e) {
      return UNKNOWN;
    }
  }

  @Override
  public CredentialUse fromCertificates(X509Certificate[] chain) {
    return chain.length == 0 ? CredentialUse.NONE : certificates.read(chain[0]);
  }

  @Override
  public CredentialUse fromKerberosPrincipal(String name) {
    return kerberos.principal(name);
  }

  @Override
  public CredentialUse fromSasl(String mechanism, @Nullable String user, @Nullable String realm) {
    return sasl.read(mechanism, user, realm);
  }

  @Override
  public CredentialUse fromDatabaseLogin(
      CredentialKind kind,
      String system,
      @Nullable String user,
      @Nullable String realm,
      @Nullable String provider) {
    return DatabaseLoginReader.read(kind, system, user, realm, provider);
  }
}
