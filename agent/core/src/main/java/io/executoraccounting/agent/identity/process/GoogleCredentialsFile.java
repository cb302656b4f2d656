/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import com.fasterxml.jackson.core.JsonParser;
import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;
import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The service account of the file that Google's libraries use by default: the one whose key it is,
 * or the one that a federated or another identity impersonates. A person's file ({@code
 * authorized_user}) and a pool without impersonation name nobody.
 */
final class GoogleCredentialsFile implements IdentitySource {
  private static final String ACCOUNTS = "/serviceAccounts/";
  private static final String ACCOUNT_DOMAIN = ".gserviceaccount.com";

  @Override
  public @Nullable ProcessIdentity identify(ProcessSurroundings surroundings) {
    File file = surroundings.fileOf("GOOGLE_APPLICATION_CREDENTIALS");
    if (file == null) {
      return null;
    }
    try (SmallFile content = SmallFile.read(file)) {
      String account = content == null ? null : account(content);
      return account == null
          ? null
          : surroundings.identity(
              ExecutorIdentity.of("gcp:" + account, IdentityType.SERVICE_ACCOUNT),
              "gcp_credentials_file",
              Verification.CONFIGURED);
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable String account(SmallFile content) throws IOException {
    String owner = null;
    String impersonated = null;
    try (JsonParser parser = SecretJson.parser(content.bytes(), content.length())) {
      for (String name = SecretJson.enter(parser); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        if (name.equals("client_email")) {
          owner = SecretJson.text(parser);
        } else if (name.equals("service_account_impersonation_url")) {
          impersonated = ofUrl(SecretJson.text(parser));
        } else {
          parser.skipChildren();
        }
      }
    }
    String account = impersonated == null ? owner : impersonated;
    return account != null && account.endsWith(ACCOUNT_DOMAIN) && account.indexOf('@') > 0
        ? account
        : null;
  }

  /** {@code https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/A:method}. */
  private static @Nullable String ofUrl(@Nullable String url) {
    int at = url == null ? -1 : url.indexOf(ACCOUNTS);
    if (url == null || at < 0) {
      return null;
    }
    int method = url.indexOf(':', at);
    return method < 0 ? null : url.substring(at + ACCOUNTS.length(), method);
  }
}
