/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

/** How a credential was given out, and what hop of the chain that makes. */
public enum GrantType {
  /** RFC 6749 s4.4. */
  CLIENT_CREDENTIALS(Via.PROCESS),
  /** RFC 6749 s4.1. */
  AUTHORIZATION_CODE(Via.REQUEST),
  /** RFC 6749 s6: the same right, a newer token. */
  REFRESH_TOKEN(Via.PROCESS),
  /** RFC 6749 s4.3. */
  PASSWORD(Via.REQUEST),
  /** RFC 8628. */
  DEVICE_CODE(Via.REQUEST),
  /** OpenID Connect CIBA Core 1.0 s10. */
  CIBA(Via.REQUEST),
  /** RFC 7523 s2.1. */
  JWT_BEARER(Via.TOKEN_EXCHANGE),
  /** RFC 7522 s2.1. */
  SAML2_BEARER(Via.TOKEN_EXCHANGE),
  /** Microsoft Entra: {@code requested_token_use=on_behalf_of}. */
  ON_BEHALF_OF(Via.TOKEN_EXCHANGE),
  /** RFC 8693, Google's Security Token Service included. */
  TOKEN_EXCHANGE(Via.TOKEN_EXCHANGE),
  ASSUME_ROLE(Via.ASSUME_ROLE),
  ASSUME_ROLE_WITH_WEB_IDENTITY(Via.ASSUME_ROLE),
  ASSUME_ROLE_WITH_SAML(Via.ASSUME_ROLE),
  GET_SESSION_TOKEN(Via.PROCESS),
  GET_FEDERATION_TOKEN(Via.IMPERSONATION),
  /** Google's {@code generateAccessToken}, Kubernetes' {@code TokenRequest}. */
  SERVICE_ACCOUNT_IMPERSONATION(Via.IMPERSONATION),
  /** GitHub: an app's JWT for the token of one of its installations. */
  APP_INSTALLATION(Via.TOKEN_EXCHANGE),
  /** HashiCorp Vault: a platform's token, or another proof, for one of Vault's. */
  VAULT_LOGIN(Via.TOKEN_EXCHANGE),
  /** A platform's endpoint that gives a workload its credential (instance metadata, container). */
  WORKLOAD(Via.PROCESS);

  private final Via via;

  GrantType(Via via) {
    this.via = via;
  }

  public Via via() {
    return via;
  }
}
