/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.FrameOrigin;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.MissedExits;
import io.executoraccounting.spi.WeavePoint;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlerSwitchTest {
  private final List<String> lines = new ArrayList<>();
  private final ExtensionOnLoader onLoader =
      new ExtensionOnLoader(LoadedExtension.of(new Empty()), null, lines::add);
  private long nanos;
  private final HandlerSwitch handler = new HandlerSwitch(onLoader, "a.Handler", () -> nanos);

  @Test
  void opensWhenTheBudgetIsSpent() {
    fail(HandlerSwitch.MAX_FAILURES - 1);
    assertThat(lines).isEmpty();

    fail(1);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).startsWith("empty: Handler failed 32 times and is switched off");
  }

  @Test
  void givesTheBudgetAnewAfterAnHour() {
    fail(HandlerSwitch.MAX_FAILURES - 1);
    nanos += HandlerSwitch.WINDOW_NANOS + 1;
    fail(HandlerSwitch.MAX_FAILURES - 1);

    assertThat(lines).isEmpty();
  }

  @Test
  void doesNotBlameHandlerForLackOfStack() {
    for (int failure = 0; failure < 100; failure++) {
      handler.failed(new StackOverflowError());
    }

    assertThat(lines).isEmpty();
  }

  @Test
  void opensTheWholeExtensionOnLinkageError() {
    handler.failed(new NoSuchMethodError("a.Library.gone()V"));
    handler.failed(new NoSuchMethodError("a.Library.gone()V"));

    assertThat(onLoader.isOff()).isTrue();
    assertThat(lines)
        .containsExactly(
            "empty: Handler does not link (java.lang.NoSuchMethodError: a.Library.gone()V);"
                + " its calls are not recorded;"
                + " silence with executor.extension.empty.enabled=false");
  }

  @Test
  void callsNothingOnceItIsOpen() throws Throwable {
    MethodHandle target =
        MethodHandles.lookup()
            .findStatic(
                HandlerSwitchTest.class, "answer", MethodType.methodType(Object.class, int.class));
    MethodHandle guarded = handler.guard(target);
    Object before = guarded.invoke(7);
    handler.open();

    assertThat(before).isEqualTo(7);
    assertThat((Object) guarded.invoke(7)).isNull();
  }

  /** A JVM may keep the woven version of a method, and with it its call sites, after a detach. */
  @Test
  void letsTheHandlerGoOnceItIsOpen() throws Exception {
    Object owned = new Object();
    WeakReference<Object> kept = new WeakReference<>(owned);
    MethodHandle guarded =
        handler.guard(
            MethodHandles.dropArguments(MethodHandles.constant(Object.class, owned), 0, int.class));
    owned = null;
    handler.open();

    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(kept.get()).isNull();
            });
    assertThat(guarded.type()).isEqualTo(MethodType.methodType(Object.class, int.class));
  }

  @Test
  void saysThatAnExitMayBeMissedWhenHandlerFails() {
    int before = MissedExits.count();
    handler.failed(new StackOverflowError());

    assertThat(MissedExits.count()).isGreaterThan(before);
  }

  @Test
  void saysThatAnExitMayBeMissedWhenItOpens() {
    int before = MissedExits.count();
    handler.open();

    assertThat(MissedExits.count()).isGreaterThan(before);
  }

  @Test
  void framesOfCallsUnderWayAreNotBelievedOnceItIsOpen() throws Exception {
    handler.guard(
        MethodHandles.lookup()
            .findStatic(
                HandlerSwitchTest.class, "answer", MethodType.methodType(Object.class, int.class)));
    try (FrameScope left =
        FrameStack.pushInbound(ExecutorFrame.inbound(new FrameOrigin(null, 0), "request"))) {
      handler.open();
      assertThat(FrameStack.current().top()).isNull();
      assertThat(FrameStack.current().stale()).isTrue();
    }
  }

  @Test
  void turnsWhatHandlerThrowsIntoNothing() throws Throwable {
    MethodHandle target =
        MethodHandles.lookup()
            .findStatic(
                HandlerSwitchTest.class, "broken", MethodType.methodType(Object.class, int.class));

    assertThat((Object) handler.guard(target).invoke(7)).isNull();
  }

  private static Object answer(int value) {
    return value;
  }

  private static Object broken(int value) {
    throw new IllegalStateException("broken " + value);
  }

  private void fail(int times) {
    for (int failure = 0; failure < times; failure++) {
      handler.failed(new IllegalStateException());
    }
  }

  private static final class Empty implements Extension {
    @Override
    public String name() {
      return "empty";
    }

    @Override
    public List<WeavePoint> weavePoints() {
      return List.of();
    }
  }
}
