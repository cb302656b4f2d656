/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.HeaderSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells the requests that may give out a credential from all others. */
public final class GrantWatcher {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private final CredentialReader credentials;
  private final GrantTable grants;

  public GrantWatcher(CredentialReader credentials, GrantTable grants) {
    this.credentials = credentials;
    this.grants = grants;
  }

  /**
   * As {@link io.executoraccounting.spi.AccountingService#watchGrant}. Nearly every request costs a
   * comparison of its method and a look at its path or its media type. Never throws.
   */
  public @Nullable GrantWatch watch(
      String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String rawPath,
      HeaderSource headers) {
    try {
      return method.equals("POST") ? posted(scheme, host, port, rawPath, headers) : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private @Nullable GrantWatch posted(
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String rawPath,
      HeaderSource headers)
      throws IOException {
    String type = headers.get("Content-Type");
    if (isOf(type, FORM)) {
      CredentialUse presented = credentials.fromHeaders(headers);
      GrantProtocol form =
          new FormGrant(
              new TokenGrant(
                  credentials, new TokenEndpoint(scheme, host, port, rawPath), presented),
              new StsGrant(credentials, presented));
      return new ProtocolWatch(form, new FormScanner(form.request()), grants);
    }
    if (rawPath != null && rawPath.endsWith("/token") && isOf(type, JSON)) {
      GrantProtocol json =
          new TokenGrant(
              credentials,
              new TokenEndpoint(scheme, host, port, rawPath),
              credentials.fromHeaders(headers));
      return new ProtocolWatch(json, new JsonScanner(json.request()), grants);
    }
    return null;
  }

  private static boolean isOf(@Nullable String type, String wanted) {
    return type != null && type.regionMatches(true, 0, wanted, 0, wanted.length());
  }
}
