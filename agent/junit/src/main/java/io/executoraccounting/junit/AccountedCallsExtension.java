/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.junit;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Records while a test runs, and fails it for what breaks a rule. */
final class AccountedCallsExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(AccountedCallsExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    AgentAttachment.require();
    if (AgentRecords.rules().isEmpty()) {
      // Without rules every test would be green, whoever made its calls.
      throw new IllegalStateException(
          "no policy rule is in force; name a file with executor.policy.<name>.* keys, by"
              + " -javaagent:executor-accounting-agent.jar=FILE or -Dexecutor.config=FILE, and see"
              + " what the agent says of it on standard error");
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(NAMESPACE).put(AgentRecords.class, AgentRecords.observe());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    AgentRecords records = records(context);
    List<AccountedCall> violating;
    try {
      violating = new AccountedCalls(records).violating();
    } finally {
      records.end();
    }
    if (!violating.isEmpty()) {
      throw new AssertionError(message(violating));
    }
  }

  private static String message(List<AccountedCall> violating) {
    StringBuilder message = new StringBuilder();
    message.append(violating.size() == 1 ? "a call breaks" : violating.size() + " calls break");
    message.append(" the policy:");
    for (AccountedCall call : violating) {
      message.append(System.lineSeparator()).append("  ");
      StringBuilder rules = new StringBuilder();
      for (Object rule : call.violations()) {
        rules.append(rules.length() == 0 ? "" : ", ").append(rule);
      }
      message.append(rules).append(": ").append(call);
    }
    return message.toString();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AccountedCalls.class
        && context.getTestMethod().isPresent();
  }

  @Override
  public AccountedCalls resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new AccountedCalls(records(context));
  }

  private static AgentRecords records(ExtensionContext context) {
    AgentRecords records = context.getStore(NAMESPACE).get(AgentRecords.class, AgentRecords.class);
    if (records == null) {
      throw new IllegalStateException("calls are recorded while a test runs, not before");
    }
    return records;
  }
}
