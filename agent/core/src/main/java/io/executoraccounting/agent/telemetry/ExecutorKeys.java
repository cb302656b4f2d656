/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/** Names of attributes: who executed, on whose behalf, and what is said of the record itself. */
final class ExecutorKeys {
  static final AttributeKey<String> ID = AttributeKey.stringKey("executor.id");
  static final AttributeKey<String> TYPE = AttributeKey.stringKey("executor.type");
  static final AttributeKey<String> NAME = AttributeKey.stringKey("executor.name");
  static final AttributeKey<String> SESSION_ID = AttributeKey.stringKey("executor.session.id");
  static final AttributeKey<String> AGENT_FRAMEWORK =
      AttributeKey.stringKey("executor.agent.framework");
  static final AttributeKey<String> AGENT_TOOL = AttributeKey.stringKey("executor.agent.tool");
  static final AttributeKey<String> GEN_AI_AGENT_ID = AttributeKey.stringKey("gen_ai.agent.id");
  static final AttributeKey<String> GEN_AI_AGENT_NAME = AttributeKey.stringKey("gen_ai.agent.name");
  static final AttributeKey<String> GEN_AI_TOOL_NAME = AttributeKey.stringKey("gen_ai.tool.name");

  static final AttributeKey<String> INITIATOR_ID = AttributeKey.stringKey("executor.initiator.id");
  static final AttributeKey<String> INITIATOR_TYPE =
      AttributeKey.stringKey("executor.initiator.type");
  static final AttributeKey<String> INITIATOR_ISSUER =
      AttributeKey.stringKey("executor.initiator.issuer");
  static final AttributeKey<String> INITIATOR_RELATION =
      AttributeKey.stringKey("executor.initiator.relation");

  static final AttributeKey<List<String>> CHAIN_IDS =
      AttributeKey.stringArrayKey("executor.chain.ids");
  static final AttributeKey<List<String>> CHAIN_TYPES =
      AttributeKey.stringArrayKey("executor.chain.types");
  static final AttributeKey<List<String>> CHAIN_VIA =
      AttributeKey.stringArrayKey("executor.chain.via");
  static final AttributeKey<List<String>> CHAIN_FINGERPRINTS =
      AttributeKey.stringArrayKey("executor.chain.fingerprints");
  static final AttributeKey<Long> CHAIN_DEPTH = AttributeKey.longKey("executor.chain.depth");
  static final AttributeKey<String> CHAIN_DIGEST = AttributeKey.stringKey("executor.chain.digest");

  /** Of the resource: what the identity of this process was read from. */
  static final AttributeKey<String> PROCESS_IDENTITY_SOURCE =
      AttributeKey.stringKey("executor.process.identity.source");

  static final AttributeKey<String> CHANGE_KIND = AttributeKey.stringKey("executor.change.kind");
  static final AttributeKey<String> CHANGE_PREVIOUS_ID =
      AttributeKey.stringKey("executor.change.previous_id");
  static final AttributeKey<String> CHANGE_PREVIOUS_FINGERPRINT =
      AttributeKey.stringKey("executor.change.previous_fingerprint");

  static final AttributeKey<String> VERIFICATION = AttributeKey.stringKey("executor.verification");
  static final AttributeKey<List<String>> GAPS = AttributeKey.stringArrayKey("executor.gaps");
  static final AttributeKey<List<String>> POLICY_VIOLATIONS =
      AttributeKey.stringArrayKey("executor.policy.violations");
  static final AttributeKey<Long> RECORD_SEQUENCE =
      AttributeKey.longKey("executor.record.sequence");
  static final AttributeKey<String> SCHEMA_VERSION =
      AttributeKey.stringKey("executor.schema.version");
  static final AttributeKey<Long> LEAK_PREVENTED = AttributeKey.longKey("executor.leak.prevented");

  /** How many records are missing, which numbers they would have had, and why they are. */
  static final AttributeKey<Long> DROPPED = AttributeKey.longKey("executor.record.dropped");

  static final AttributeKey<Long> DROPPED_FIRST =
      AttributeKey.longKey("executor.record.dropped.first_sequence");
  static final AttributeKey<Long> DROPPED_LAST =
      AttributeKey.longKey("executor.record.dropped.last_sequence");
  static final AttributeKey<String> DROPPED_REASON =
      AttributeKey.stringKey("executor.record.dropped.reason");

  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private ExecutorKeys() {}
}
