/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

/** Why a command could not be carried out, as one line for a person. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailure(String line) {
    super(line);
  }

  CommandFailure(String line, Throwable cause) {
    super(line, cause);
  }
}
