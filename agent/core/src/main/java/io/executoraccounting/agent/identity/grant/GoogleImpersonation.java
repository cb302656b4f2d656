/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Google's IAM Service Account Credentials API, v1: {@code
 * /v1/projects/-/serviceAccounts/{account}:generateAccessToken}.
 */
final class GoogleImpersonation extends ServiceGrant {
  private static final String ACCOUNTS = "/serviceAccounts/";
  private static final String ACCESS = ":generateAccessToken";
  private static final String IDENTITY = ":generateIdToken";

  private final String account;

  private GoogleImpersonation(
      String account,
      String operation,
      ListedFields response,
      CredentialReader credentials,
      CredentialUse presented) {
    super(
        GrantType.SERVICE_ACCOUNT_IMPERSONATION,
        operation,
        new ListedFields(credentials, "", "scope", "delegates"),
        response,
        presented);
    this.account = account;
  }

  static boolean isAt(String path) {
    return path.endsWith(ACCESS) || path.endsWith(IDENTITY);
  }

  /** Null where the path only ends like one. */
  static @Nullable GoogleImpersonation at(
      String path, CredentialReader credentials, CredentialUse presented) {
    int start = path.indexOf(ACCOUNTS);
    int colon = path.lastIndexOf(':');
    String account =
        start < 0 || !path.startsWith("/v1/projects/")
            ? null
            : tellable(path.substring(start + ACCOUNTS.length(), colon));
    if (account == null) {
      return null;
    }
    ListedFields response =
        new ListedFields(
            credentials, path.endsWith(ACCESS) ? "accessToken" : "token", "expireTime");
    return new GoogleImpersonation(
        account, path.substring(colon + 1), response, credentials, presented);
  }

  @Override
  void describe(IssuedToken issued, ListedFields request, ListedFields response, long nowSeconds) {
    issued.of("gcp:" + account, IdentityType.SERVICE_ACCOUNT);
    String end = response.value("expireTime");
    issued.expiresAt(end == null ? 0 : EpochTime.seconds(end));
    // All or none: the response does not repeat them.
    List<String> scopes = request.values("scope");
    issued.granted(scopes.isEmpty() ? null : scopes);
  }

  @Override
  List<String> requestedScopes(ListedFields request) {
    return request.values("scope");
  }

  /**
   * Each delegate lends its right to the next one, the first to whoever asks. No credential of
   * theirs is seen; what stands for them is named by the one that was presented.
   */
  @Override
  @Nullable CredentialUse subject(
      CredentialUse presented, ListedFields request, GrantTable grants) {
    CredentialUse lender = super.subject(presented, request, grants);
    for (String delegate : request.values("delegates")) {
      String email = tellable(delegate.substring(delegate.lastIndexOf('/') + 1));
      if (lender == null || email == null) {
        return lender;
      }
      String before = lender.fingerprint() == null ? lender.publicId() : lender.fingerprint();
      CredentialUse lent =
          CredentialUse.builder(CredentialKind.UNKNOWN)
              .publicId(before + "/" + email)
              .principal("gcp:" + email, IdentityType.SERVICE_ACCOUNT)
              .build();
      grants.learned(
          new Grant(
              GrantType.SERVICE_ACCOUNT_IMPERSONATION,
              lent,
              lender,
              null,
              Collections.emptyList()));
      lender = lent;
    }
    return lender;
  }
}
