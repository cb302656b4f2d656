/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

/** The agent's version; a test compares it with the build's. */
final class AgentVersion {
  static final String VALUE = "0.1.0";

  private AgentVersion() {}
}
