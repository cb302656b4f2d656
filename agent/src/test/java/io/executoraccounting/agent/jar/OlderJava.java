/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

/** An agent that makes what follows believe in an older Java: no JDK here is that old. */
public final class OlderJava {
  private OlderJava() {}

  public static void premain(String version) {
    System.setProperty("java.specification.version", version);
  }
}
