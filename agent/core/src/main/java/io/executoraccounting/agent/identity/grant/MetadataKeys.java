/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.AwsKeyId;
import io.executoraccounting.agent.identity.grant.message.Fields;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.OutboundCall;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * The keys that AWS gives to what runs on it: an instance's metadata ({@code
 * /latest/meta-data/iam/security-credentials/{role}}), and the endpoints for containers at their
 * fixed addresses.
 */
final class MetadataKeys implements GrantProtocol {
  private static final String INSTANCE = "/latest/meta-data/iam/security-credentials/";

  private final @Nullable String role;
  private final ListedFields response;

  private MetadataKeys(@Nullable String role, CredentialReader credentials) {
    this.role = role;
    response =
        new ListedFields(credentials, "", "AccessKeyId", "Expiration", "RoleArn", "AccountId");
  }

  /** Null for any other address. */
  static @Nullable MetadataKeys at(
      @Nullable String host, String path, CredentialReader credentials) {
    if (path.startsWith(INSTANCE)) {
      String name = ServiceGrant.tellable(path.substring(INSTANCE.length()));
      return name == null ? null : new MetadataKeys(name, credentials);
    }
    boolean container =
        host != null
            && ("169.254.170.2".equals(host) && path.startsWith("/v2/credentials/")
                || (host.equals("169.254.170.23") || host.contains("fd00:ec2::23"))
                    && path.equals("/v1/credentials"));
    return container ? new MetadataKeys(null, credentials) : null;
  }

  @Override
  public @Nullable Fields request() {
    return null;
  }

  @Override
  public boolean asks() {
    return true;
  }

  @Override
  public Fields response() {
    return response;
  }

  @Override
  public OutboundCall describe(OutboundCall call) {
    return call;
  }

  @Override
  public void learn(GrantTable grants) {
    String keyId = response.value("AccessKeyId");
    if (keyId == null || !AwsKeyId.isKeyId(keyId)) {
      return;
    }
    String end = response.value("Expiration");
    CredentialUse.Builder issued =
        CredentialUse.builder(CredentialKind.AWS_SIGV4_SESSION)
            .publicId(keyId)
            .issuer("aws")
            .expiresAt(end == null ? 0 : EpochTime.seconds(end))
            .gap(Gap.SCOPES_OPAQUE);
    principal(keyId, issued);
    grants.learned(
        new Grant(GrantType.WORKLOAD, issued.build(), null, null, Collections.emptyList()));
  }

  private void principal(String keyId, CredentialUse.Builder issued) {
    AwsArn stated = AwsArn.parse(response.value("RoleArn"));
    String account = stated == null ? response.value("AccountId") : stated.account();
    account = account == null ? AwsKeyId.account(keyId) : account;
    issued.tenant(account);
    String assumed = stated == null ? null : stated.assumedRole();
    if (assumed == null && role != null && account != null) {
      assumed = AwsArn.assumedRole(account, role);
    }
    if (assumed == null) {
      issued.gap(Gap.PRINCIPAL_UNKNOWN);
    } else {
      issued.principal(assumed, IdentityType.CLOUD_ROLE);
    }
  }
}
