/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/** Names of attributes: with what right, by which credential. */
final class AuthorityKeys {
  static final AttributeKey<String> ID = AttributeKey.stringKey("executor.authority.id");
  static final AttributeKey<String> TYPE = AttributeKey.stringKey("executor.authority.type");
  static final AttributeKey<String> ISSUER = AttributeKey.stringKey("executor.authority.issuer");

  /** Of a role: the name of the session in which it is used. */
  static final AttributeKey<String> SESSION_ID =
      AttributeKey.stringKey("executor.authority.session.id");

  static final AttributeKey<String> TENANT = AttributeKey.stringKey("executor.authority.tenant");
  static final AttributeKey<List<String>> AUDIENCE =
      AttributeKey.stringArrayKey("executor.authority.audience");
  static final AttributeKey<Boolean> AUDIENCE_MATCH =
      AttributeKey.booleanKey("executor.authority.audience.match");
  static final AttributeKey<List<String>> SCOPES =
      AttributeKey.stringArrayKey("executor.authority.scopes");
  static final AttributeKey<String> SCOPES_SOURCE =
      AttributeKey.stringKey("executor.authority.scopes.source");
  static final AttributeKey<List<String>> SCOPES_INHERITED =
      AttributeKey.stringArrayKey("executor.authority.scopes.inherited");
  static final AttributeKey<List<String>> SCOPES_REQUESTED =
      AttributeKey.stringArrayKey("executor.authority.scopes.requested");
  static final AttributeKey<List<String>> SCOPES_REQUIRED =
      AttributeKey.stringArrayKey("executor.authority.scopes.required");
  static final AttributeKey<List<String>> SCOPES_EFFECTIVE =
      AttributeKey.stringArrayKey("executor.authority.scopes.effective");
  static final AttributeKey<String> SOURCE = AttributeKey.stringKey("executor.authority.source");

  static final AttributeKey<String> CREDENTIAL_KIND =
      AttributeKey.stringKey("executor.credential.kind");
  static final AttributeKey<String> CREDENTIAL_ID =
      AttributeKey.stringKey("executor.credential.id");
  static final AttributeKey<String> CREDENTIAL_FINGERPRINT =
      AttributeKey.stringKey("executor.credential.fingerprint");
  static final AttributeKey<Long> CREDENTIAL_EXPIRES_AT =
      AttributeKey.longKey("executor.credential.expires_at");
  static final AttributeKey<Boolean> CREDENTIAL_EXPIRED =
      AttributeKey.booleanKey("executor.credential.expired");
  static final AttributeKey<Boolean> CREDENTIAL_LONG_LIVED =
      AttributeKey.booleanKey("executor.credential.long_lived");
  static final AttributeKey<String> CREDENTIAL_BOUND =
      AttributeKey.stringKey("executor.credential.bound");
  static final AttributeKey<String> CREDENTIAL_PROVIDER =
      AttributeKey.stringKey("executor.credential.provider");

  private AuthorityKeys() {}
}
