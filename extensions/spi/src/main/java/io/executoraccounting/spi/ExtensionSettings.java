/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.List;

/** What is configured, as far as extensions are concerned. */
public interface ExtensionSettings {
  /**
   * Methods that are an AI agent's turn, from {@code executor.agent.entrypoints}: {@code
   * com.acme.SupportBot#run}, binary class name and method name; empty if there are none.
   */
  List<String> agentEntrypoints();
}
