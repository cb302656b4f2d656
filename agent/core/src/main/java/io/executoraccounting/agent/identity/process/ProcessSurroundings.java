/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.spi.Verification;
import java.io.File;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a process can look at without asking anybody: its variables, its user, its files. */
public final class ProcessSurroundings {
  /** Characters of a variable that is part of an identity. */
  private static final int MAX_LENGTH = 256;

  private final Map<String, String> environment;
  private final File root;
  private final String osUser;
  private final String serviceName;

  /**
   * @param environment the variables of the process
   * @param root the folder that paths known beforehand are below: {@code /}
   * @param osUser the user that the process runs as
   * @param serviceName {@code service.name}, null if nobody gave one
   */
  public ProcessSurroundings(
      Map<String, String> environment, File root, String osUser, @Nullable String serviceName) {
    this.environment = environment;
    this.root = root;
    this.osUser = osUser;
    this.serviceName = serviceName == null ? "unknown_service:java" : serviceName;
  }

  String osUser() {
    return osUser;
  }

  String serviceName() {
    return serviceName;
  }

  /** A variable that can be part of an identity; null if it is not set or holds what cannot. */
  @Nullable String text(String variable) {
    String value = environment.get(variable);
    return value != null && isPlain(value) ? value : null;
  }

  boolean is(String variable, String value) {
    return value.equalsIgnoreCase(environment.get(variable));
  }

  /** A file that is always in the same place. */
  File file(String path) {
    return new File(root, path);
  }

  /** The file that a variable names; null if it is not set. */
  @Nullable File fileOf(String variable) {
    String path = environment.get(variable);
    return path == null || path.isEmpty() ? null : new File(path);
  }

  ProcessIdentity identity(ExecutorIdentity identity, String source, Verification verification) {
    return ProcessIdentity.of(identity, source, verification, serviceName);
  }

  /** Neither empty nor too long, and of characters that show and mean what they look like. */
  static boolean isPlain(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      switch (Character.getType(text.charAt(i))) {
        case Character.CONTROL:
        case Character.FORMAT:
        case Character.LINE_SEPARATOR:
        case Character.PARAGRAPH_SEPARATOR:
        case Character.SURROGATE:
        case Character.PRIVATE_USE:
        case Character.UNASSIGNED:
          return false;
        default:
      }
    }
    return true;
  }
}
