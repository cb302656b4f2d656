/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.Attribution;
import io.executoraccounting.agent.attribution.AuthorityScopes;
import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.agent.attribution.IdentityChange;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.ScopesSource;
import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a record's five nouns into attributes: the schema of version 1. */
final class RecordEncoder {
  private final ChainEncoder chains;

  RecordEncoder(Attribution attribution) {
    this.chains = new ChainEncoder(attribution);
  }

  void encode(AccountingRecord record, AttributeSheet sheet) {
    OutboundCall call = record.completed().call();
    required(record, call, sheet);
    executor(record.executor(), sheet);
    authority(record, sheet);
    initiator(record.initiator(), sheet);
    change(record.change(), sheet);
    reach(record, call, sheet);
    chains.encode(record.chain(), sheet);
    scopes(record.authority(), sheet);
    conventions(record.completed(), sheet);
    sheet.gaps(record.gaps());
  }

  /** What each record has goes first, and what it breaks, so that no limit can take it. */
  private static void required(AccountingRecord record, OutboundCall call, AttributeSheet sheet) {
    AccountingRecord.Authority authority = record.authority();
    sheet.required(ExecutorKeys.ID, record.executor().id());
    sheet.fixed(ExecutorKeys.TYPE, record.executor().type().value());
    sheet.required(AuthorityKeys.ID, authority.id());
    sheet.fixed(AuthorityKeys.TYPE, authority.type().value());
    sheet.fixed(AuthorityKeys.SOURCE, authority.source().value());
    sheet.fixed(AuthorityKeys.CREDENTIAL_KIND, authority.credential().kind().value());
    sheet.fixed(ExecutorKeys.INITIATOR_RELATION, record.relation().value());
    sheet.number(ExecutorKeys.CHAIN_DEPTH, record.chain().size());
    sheet.required(ReachKeys.SYSTEM, call.system());
    sheet.fixed(ReachKeys.ACCESS, call.access().value());
    sheet.fixed(ExecutorKeys.VERIFICATION, record.verification().value());
    sheet.texts(ExecutorKeys.POLICY_VIOLATIONS, record.violations());
  }

  private static void executor(ExecutorIdentity executor, AttributeSheet sheet) {
    sheet.text(ExecutorKeys.NAME, executor.name());
    sheet.text(ExecutorKeys.SESSION_ID, executor.sessionId());
    agent(executor, sheet);
  }

  static void agent(ExecutorIdentity executor, AttributeSheet sheet) {
    if (executor.type() == IdentityType.AI_AGENT) {
      sheet.text(ExecutorKeys.AGENT_FRAMEWORK, executor.framework());
      sheet.text(ExecutorKeys.AGENT_TOOL, executor.tool());
      sheet.text(ExecutorKeys.GEN_AI_AGENT_ID, executor.id());
      sheet.text(ExecutorKeys.GEN_AI_AGENT_NAME, executor.name());
      sheet.text(ExecutorKeys.GEN_AI_TOOL_NAME, executor.tool());
    }
  }

  private static void authority(AccountingRecord record, AttributeSheet sheet) {
    CredentialUse credential = record.authority().credential();
    sheet.text(AuthorityKeys.CREDENTIAL_ID, credential.publicId());
    sheet.text(AuthorityKeys.CREDENTIAL_FINGERPRINT, credential.fingerprint());
    sheet.text(AuthorityKeys.ISSUER, credential.issuer());
    sheet.text(AuthorityKeys.TENANT, credential.tenant());
    if (!Objects.equals(credential.sessionId(), record.executor().sessionId())) {
      sheet.text(AuthorityKeys.SESSION_ID, credential.sessionId());
    }
    sheet.text(AuthorityKeys.CREDENTIAL_PROVIDER, credential.provider());
    CredentialLife.encode(credential, record.completed().startEpochNanos(), sheet);
    sheet.texts(AuthorityKeys.AUDIENCE, credential.audience());
    sheet.flag(AuthorityKeys.AUDIENCE_MATCH, record.authority().audienceMatch());
  }

  static void initiator(@Nullable Actor initiator, AttributeSheet sheet) {
    if (initiator != null) {
      sheet.text(ExecutorKeys.INITIATOR_ID, initiator.id());
      sheet.fixed(ExecutorKeys.INITIATOR_TYPE, initiator.type().value());
      sheet.text(ExecutorKeys.INITIATOR_ISSUER, initiator.issuer());
    }
  }

  static void change(@Nullable IdentityChange change, AttributeSheet sheet) {
    if (change != null) {
      sheet.fixed(ExecutorKeys.CHANGE_KIND, change.kind().value());
      sheet.text(ExecutorKeys.CHANGE_PREVIOUS_ID, change.previousId());
      sheet.text(ExecutorKeys.CHANGE_PREVIOUS_FINGERPRINT, change.previousFingerprint());
    }
  }

  private static void reach(AccountingRecord record, OutboundCall call, AttributeSheet sheet) {
    sheet.text(ReachKeys.RESOURCE, call.resource());
    sheet.text(ReachKeys.OPERATION, call.operation());
    sheet.text(ReachKeys.ACCOUNT, call.account());
    sheet.text(ReachKeys.REGION, call.region());
    sheet.text(ReachKeys.ENVIRONMENT, record.environment());
    sheet.text(ReachKeys.SERVER_ADDRESS, call.host());
    if (call.port() > 0) {
      sheet.number(ReachKeys.SERVER_PORT, call.port());
    }
    sheet.text(ExecutorKeys.ERROR_TYPE, record.completed().outcome().errorType());
  }

  private static void scopes(AccountingRecord.Authority authority, AttributeSheet sheet) {
    ScopesSource source = authority.credential().scopesSource();
    sheet.texts(AuthorityKeys.SCOPES, authority.credential().scopes());
    sheet.fixed(AuthorityKeys.SCOPES_SOURCE, source == null ? null : source.value());
    AuthorityScopes beside = authority.scopes();
    List<String> effective = beside.effective();
    sheet.texts(AuthorityKeys.SCOPES_INHERITED, beside.inherited());
    sheet.texts(AuthorityKeys.SCOPES_REQUESTED, beside.requested());
    sheet.texts(AuthorityKeys.SCOPES_REQUIRED, beside.required());
    if (effective != null) {
      sheet.textsOrNone(AuthorityKeys.SCOPES_EFFECTIVE, effective);
    }
  }

  private static void conventions(CompletedCall completed, AttributeSheet sheet) {
    conventions(completed.call().conventions(), sheet);
    conventions(completed.outcome().conventions(), sheet);
  }

  static void conventions(Map<String, Object> conventions, AttributeSheet sheet) {
    for (Map.Entry<String, Object> convention : conventions.entrySet()) {
      Object value = convention.getValue();
      if (convention.getKey().startsWith("executor.")) {
        // What we say ourselves is not for a reader to overwrite.
        continue;
      }
      if (value instanceof String) {
        sheet.text(AttributeKey.stringKey(convention.getKey()), (String) value);
      } else if (value instanceof Boolean) {
        sheet.flag(AttributeKey.booleanKey(convention.getKey()), (Boolean) value);
      } else if (value instanceof Long || value instanceof Integer) {
        sheet.number(AttributeKey.longKey(convention.getKey()), ((Number) value).longValue());
      }
    }
  }
}
