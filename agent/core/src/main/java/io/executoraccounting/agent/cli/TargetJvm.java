/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A JVM that this one is attached to. */
final class TargetJvm implements AutoCloseable {
  private final String pid;
  private final Class<?> type;
  private final Object machine;

  private TargetJvm(String pid, Class<?> type, Object machine) {
    this.pid = pid;
    this.type = type;
    this.machine = machine;
  }

  static TargetJvm attach(String pid) {
    try {
      Object machine = AttachApi.attach(pid);
      return new TargetJvm(pid, AttachApi.type("VirtualMachine"), machine);
    } catch (InvocationTargetException e) {
      throw failure(pid, e);
    }
  }

  AgentPresence agent() {
    return AgentPresence.read((Properties) AttachApi.invoke(type, machine, "getAgentProperties"));
  }

  void loadAgent(File jar, String options) {
    try {
      type.getMethod("loadAgent", String.class, String.class)
          .invoke(machine, jar.getAbsolutePath(), options);
    } catch (InvocationTargetException e) {
      if (!isSuccess(e.getCause())) {
        throw failure(pid, e);
      }
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw AttachApi.unusable(e);
    }
  }

  /**
   * A JVM before Java 9 answers with the bare return code, which a later JDK's attach API takes for
   * an error of that text.
   */
  static boolean isSuccess(@Nullable Throwable thrown) {
    return thrown != null
        && thrown.getClass().getSimpleName().equals("AgentLoadException")
        && "0".equals(thrown.getMessage());
  }

  private static CommandFailure failure(String pid, InvocationTargetException thrown) {
    Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
    String message = cause.getMessage();
    return new CommandFailure(
        "cannot attach to "
            + pid
            + ": "
            + (message == null ? cause.getClass().getSimpleName() : message)
            + "; it must be a running JVM of the same user, on the same machine or in the same"
            + " container, started without -XX:+DisableAttachMechanism",
        cause);
  }

  @Override
  public void close() {
    AttachApi.invoke(type, machine, "detach");
  }
}
