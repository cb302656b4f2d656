/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Arrays;
import java.util.List;

/** Callbacks of {@code CompletableFuture}; what runs asynchronously also goes through its pool. */
final class CompletableFutures {
  private static final String FUTURE = "java.util.concurrent.CompletableFuture$";
  private static final TypeSelector COMPLETION = TypeSelector.named(FUTURE + "UniCompletion");

  /** Those that call a function of the application; the others only relay. */
  private static final TypeSelector CALLBACKS =
      TypeSelector.named(
          FUTURE + "UniApply",
          FUTURE + "UniAccept",
          FUTURE + "UniRun",
          FUTURE + "UniWhenComplete",
          FUTURE + "UniHandle",
          FUTURE + "UniExceptionally",
          FUTURE + "UniComposeExceptionally",
          FUTURE + "UniCompose",
          FUTURE + "BiApply",
          FUTURE + "BiAccept",
          FUTURE + "BiRun",
          FUTURE + "OrApply",
          FUTURE + "OrAccept",
          FUTURE + "OrRun");

  private CompletableFutures() {}

  static List<WeavePoint> weavePoints() {
    return Arrays.asList(
        WeavePoint.copied(COMPLETION, isConstructor(), CompletionRegisterAdvice.class.getName()),
        WeavePoint.copied(
            COMPLETION,
            named("claim").and(returns(boolean.class)),
            CompletionClaimAdvice.class.getName()),
        WeavePoint.copied(CALLBACKS, named("tryFire"), CompletionFireAdvice.class.getName()));
  }
}
