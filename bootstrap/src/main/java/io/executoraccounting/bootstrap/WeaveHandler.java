/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/** The other side of {@link WeaveDispatch}: the agent generates one subclass per handler. */
public abstract class WeaveHandler {
  /**
   * @param self null in a static method and before a constructor's super call
   * @param arguments boxed, in order
   * @return what {@code exit} is given as {@code entered}
   */
  public abstract @Nullable Object enter(@Nullable Object self, Object[] arguments);

  /**
   * @param result boxed; null of a void method and where it threw
   * @param thrown null where it returned
   */
  public abstract void exit(
      @Nullable Object entered,
      @Nullable Object self,
      Object[] arguments,
      @Nullable Object result,
      @Nullable Throwable thrown);

  /** Told what {@code enter} or {@code exit} threw; the woven method does not see it. */
  public abstract void failed(Throwable failure);
}
