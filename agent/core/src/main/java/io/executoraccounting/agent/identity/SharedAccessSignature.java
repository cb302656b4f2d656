/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.ScopesSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shared access signatures of Azure: a statement of permissions and expiry that its maker signs and
 * hands on. That is a token, and so of kind {@code azure_token}, while the key that signed it stays
 * at home; its signature is the same at each use, and so has a fingerprint.
 */
final class SharedAccessSignature {
  private static final String SERVICES = "bfqt";
  private static final String[] SERVICE_NAMES = {
    "azure:blob", "azure:file", "azure:queue", "azure:table"
  };

  private final Fingerprinter fingerprinter;

  SharedAccessSignature(Fingerprinter fingerprinter) {
    this.fingerprinter = fingerprinter;
  }

  /**
   * One of Azure Storage. Signed with a user delegation key, it acts as whom that key was given to
   * ({@code skoid}); else as the account itself.
   *
   * @param host names the account; null if unknown
   */
  CredentialUse ofStorage(@Nullable String host, String query, String signature) {
    CredentialUse.Builder use =
        start(signature).expiresAt(Timestamp.seconds(QueryParameter.text(query, "se")));
    String object = objectId(QueryParameter.text(query, "skoid"));
    String tenant = objectId(QueryParameter.text(query, "sktid"));
    String account = AzureStorage.account(host);
    if (object != null && tenant != null) {
      use.principal(PrincipalIds.entra(tenant, object), IdentityType.UNKNOWN).tenant(tenant);
    } else if (account != null) {
      use.principal(PrincipalIds.storageAccount(account), IdentityType.API_KEY);
    } else {
      use.gap(Gap.PRINCIPAL_UNKNOWN);
    }
    String policy = QueryParameter.text(query, "si");
    if (policy != null && CredentialScope.isLabel(policy)) {
      use.publicId(policy);
    }
    permissions(QueryParameter.text(query, "sp"), use);
    return use.audience(services(query)).build();
  }

  /**
   * One of Service Bus, Event Hubs or IoT Hub: {@code sr=<uri>&sig=…&se=<seconds>&skn=<key name>}.
   */
  CredentialUse ofHeader(String parameters) {
    String signature = QueryParameter.value(parameters, "sig");
    if (signature == null) {
      return CredentialUse.builder(CredentialKind.AZURE_TOKEN)
          .gap(Gap.TOKEN_MALFORMED)
          .gap(Gap.PRINCIPAL_UNKNOWN)
          .gap(Gap.SCOPES_OPAQUE)
          .build();
    }
    String resource = QueryParameter.text(parameters, "sr");
    return start(signature)
        .principal(null, IdentityType.API_KEY)
        .publicId(QueryParameter.text(parameters, "skn"))
        .expiresAt(Timestamp.whole(QueryParameter.text(parameters, "se")))
        .audience(
            resource == null || resource.indexOf('?') >= 0
                ? Collections.emptyList()
                : Collections.singletonList(resource))
        .gap(Gap.PRINCIPAL_UNKNOWN)
        .gap(Gap.SCOPES_OPAQUE)
        .build();
  }

  private CredentialUse.Builder start(String signature) {
    return CredentialUse.builder(CredentialKind.AZURE_TOKEN)
        .issuer("azure")
        .fingerprint(fingerprinter.of(SecretKind.of(signature), signature));
  }

  /** A letter each; where a stored policy says it, the URL does not. */
  private static void permissions(@Nullable String letters, CredentialUse.Builder use) {
    if (letters == null || letters.length() > 26 || !isLowerCase(letters)) {
      use.gap(Gap.SCOPES_OPAQUE);
      return;
    }
    List<String> scopes = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      scopes.add("permission:" + letters.charAt(i));
    }
    use.scopes(scopes, ScopesSource.TOKEN_CLAIM);
  }

  /** {@code ss} of an account's, {@code sr} of one service's; neither of queues and tables. */
  private static List<String> services(String query) {
    String several = QueryParameter.text(query, "ss");
    if (several != null) {
      List<String> services = new ArrayList<>();
      for (int i = 0; i < SERVICES.length(); i++) {
        if (several.indexOf(SERVICES.charAt(i)) >= 0) {
          services.add(SERVICE_NAMES[i]);
        }
      }
      return services;
    }
    String resource = QueryParameter.text(query, "sr");
    if (resource == null) {
      return Collections.emptyList();
    }
    boolean file = resource.equals("f") || resource.equals("s");
    return Collections.singletonList(SERVICE_NAMES[file ? 1 : 0]);
  }

  private static boolean isLowerCase(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  /** A UUID as Azure writes them. */
  private static @Nullable String objectId(@Nullable String text) {
    return text != null && text.length() == 36 && CredentialScope.isLabel(text) ? text : null;
  }
}
