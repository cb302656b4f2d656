/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import io.executoraccounting.spi.Access;
import org.jspecify.annotations.Nullable;

/**
 * The operation that the JSON protocols of AWS name in {@code X-Amz-Target}, such as {@code
 * DynamoDB_20120810.GetItem}: with them every request is a POST, whatever it does.
 */
final class ServiceOperation {
  private static final int MAX_LENGTH = 64;

  private static final String[] READ = {
    "Get",
    "BatchGet",
    "TransactGet",
    "List",
    "Describe",
    "Query",
    "Scan",
    "Search",
    "Select",
    "Head"
  };
  private static final String[] DELETE = {"Delete", "BatchDelete", "Remove", "Terminate", "Purge"};
  private static final String[] WRITE = {
    "Put", "Create", "Update", "BatchWrite", "TransactWrite", "Send", "Publish", "Start", "Run"
  };

  private ServiceOperation() {}

  /** The operation's name alone; null where the header is absent or no name. */
  static @Nullable String parse(@Nullable String target) {
    if (target == null) {
      return null;
    }
    String operation = target.substring(target.lastIndexOf('.') + 1);
    if (operation.isEmpty() || operation.length() > MAX_LENGTH) {
      return null;
    }
    for (int i = 0; i < operation.length(); i++) {
      if (!RouteWord.isLetter(operation.charAt(i))) {
        return null;
      }
    }
    return operation;
  }

  static Access access(@Nullable String operation) {
    if (operation == null) {
      return Access.UNKNOWN;
    }
    if (startsWithAny(operation, READ)) {
      return Access.READ;
    }
    if (startsWithAny(operation, DELETE)) {
      return Access.DELETE;
    }
    return startsWithAny(operation, WRITE) ? Access.WRITE : Access.UNKNOWN;
  }

  private static boolean startsWithAny(String operation, String[] verbs) {
    for (String verb : verbs) {
      if (operation.startsWith(verb)) {
        return true;
      }
    }
    return false;
  }
}
