/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Wants fields of which the name does not start with an x, and writes down what it is told. */
final class ToldFields implements Fields {
  static final int LIMIT = 20;

  private final StringBuilder told = new StringBuilder();

  @Override
  public int begins(String parent, String name) {
    return name.startsWith("x") ? 0 : LIMIT;
  }

  @Override
  public void field(String parent, String name, String value) {
    told.append(parent).append('/').append(name).append('=').append(value).append(' ');
  }

  @Override
  public void overlong(String parent, String name) {
    told.append(parent).append('/').append(name).append("... ");
  }

  String of(MessageScanner scanner, String message) throws IOException {
    return of(scanner, message.getBytes(StandardCharsets.UTF_8));
  }

  String of(MessageScanner scanner, byte[] message) throws IOException {
    scanner.scan(message, 0, message.length);
    scanner.end();
    return told();
  }

  String told() {
    return told.toString().trim();
  }
}
