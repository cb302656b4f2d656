/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.grant.message.Fields;
import io.executoraccounting.agent.identity.grant.message.FormScanner;
import io.executoraccounting.agent.identity.grant.message.JsonScanner;
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

  /** Where servers take what is not a form: Auth0, Google's Security Token Service. */
  private static final String TOKEN = "/token";

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
      if (method.equals("POST") || method.equals("PUT")) {
        return posted(scheme, host, port, rawPath, headers);
      }
      return method.equals("GET") && rawPath != null ? gotten(host, rawPath) : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private @Nullable GrantWatch gotten(@Nullable String host, String rawPath) {
    GrantProtocol service = ServiceAddress.gotten(host, rawPath, credentials);
    return service == null ? null : new ProtocolWatch(service, null, grants);
  }

  private @Nullable GrantWatch posted(
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String rawPath,
      HeaderSource headers)
      throws IOException {
    GrantProtocol service =
        rawPath == null ? null : ServiceAddress.posted(host, rawPath, credentials, headers);
    if (service != null) {
      Fields fields = service.request();
      return new ProtocolWatch(service, fields == null ? null : new JsonScanner(fields), grants);
    }
    String type = headers.get("Content-Type");
    boolean endpoint = rawPath != null && rawPath.endsWith(TOKEN);
    boolean form = type == null ? endpoint : isOf(type, FORM);
    if (!form && !(endpoint && isOf(type, JSON))) {
      return null;
    }
    CredentialUse presented = credentials.fromHeaders(headers);
    TokenGrant oauth =
        new TokenGrant(credentials, new TokenEndpoint(scheme, host, port, rawPath), presented);
    if (!form) {
      return new ProtocolWatch(oauth, new JsonScanner(oauth.request()), grants);
    }
    FormGrant either = new FormGrant(oauth, new StsGrant(credentials, presented));
    return new ProtocolWatch(either, new FormScanner(either.request()), grants);
  }

  private static boolean isOf(@Nullable String type, String wanted) {
    return type != null && type.regionMatches(true, 0, wanted, 0, wanted.length());
  }
}
