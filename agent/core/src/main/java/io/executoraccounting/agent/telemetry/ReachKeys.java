/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.opentelemetry.api.common.AttributeKey;

/** Names of attributes: what was touched. */
final class ReachKeys {
  static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("executor.reach.system");
  static final AttributeKey<String> RESOURCE = AttributeKey.stringKey("executor.reach.resource");
  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("executor.reach.operation");
  static final AttributeKey<String> ACCOUNT = AttributeKey.stringKey("executor.reach.account");
  static final AttributeKey<String> REGION = AttributeKey.stringKey("executor.reach.region");
  static final AttributeKey<String> ENVIRONMENT =
      AttributeKey.stringKey("executor.reach.environment");
  static final AttributeKey<String> ACCESS = AttributeKey.stringKey("executor.reach.access");
  static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
  static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");

  private ReachKeys() {}
}
