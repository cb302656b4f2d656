/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.bootstrap.WeaveHandler;

/** What a generated dispatch class extends: it counts the handler's failures. */
public abstract class GuardedWeaveHandler extends WeaveHandler {
  private final HandlerSwitch guard;

  /** Simple name of the woven method, for {@code @Advice.Origin("#m")}. */
  protected final String methodName;

  /** Binary name of the woven class, for {@code @Advice.Origin("#t")}. */
  protected final String typeName;

  protected GuardedWeaveHandler(Object guard, String methodName, String typeName) {
    this.guard = (HandlerSwitch) guard;
    this.methodName = methodName;
    this.typeName = typeName;
  }

  @Override
  public final void failed(Throwable failure) {
    guard.failed(failure);
  }
}
