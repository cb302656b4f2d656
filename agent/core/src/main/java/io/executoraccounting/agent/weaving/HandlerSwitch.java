/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.bootstrap.FrameOrigin;
import io.executoraccounting.bootstrap.IndyEntry;
import io.executoraccounting.bootstrap.WeaveDispatch;
import io.executoraccounting.bootstrap.WeaveHandler;
import io.executoraccounting.spi.MissedExits;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Stands between the woven methods of one loader and one handler. Counts what the handler throws
 * and opens when that exceeds its budget: then the calls, linked or dispatched, do nothing. A
 * closed switch costs compiled code nothing.
 */
final class HandlerSwitch {
  /** Failures within {@link #WINDOW_NANOS} after which a handler is not called any more. */
  static final int MAX_FAILURES = 32;

  static final long WINDOW_NANOS = 3_600_000_000_000L;

  private static final MethodHandle FAILED = failedHandle();

  private final ExtensionOnLoader owner;
  private final String handler;

  /** What woven methods are linked to. They go with these, so they are not held from here. */
  private final Queue<WeakReference<MutableCallSite>> linked = new ConcurrentLinkedQueue<>();

  private final AtomicBoolean opened = new AtomicBoolean();
  private final AtomicInteger failures = new AtomicInteger();
  private final LongSupplier nanoClock;
  private final AtomicLong windowStart;

  /** Whether a woven method may have called the handler. */
  private volatile boolean reached;

  private final Queue<Dispatched> dispatched = new ConcurrentLinkedQueue<>();

  /**
   * @param nanoClock like {@link System#nanoTime()}
   */
  HandlerSwitch(ExtensionOnLoader owner, String handler, LongSupplier nanoClock) {
    this.owner = owner;
    this.handler = handler;
    this.nanoClock = nanoClock;
    this.windowStart = new AtomicLong(nanoClock.getAsLong());
  }

  /**
   * The handler behind this switch: nothing it throws passes. Once the switch is open, the handle
   * holds nothing of the agent's: a JVM may keep the woven version of a method for long after the
   * method was given back its own.
   */
  MethodHandle guard(MethodHandle target) {
    reached = true;
    MethodType type = target.type();
    MethodHandle nothing = IndyEntry.doingNothing(type);
    MethodHandle recovered =
        IndyEntry.doingNothing(MethodType.methodType(type.returnType(), Throwable.class));
    MethodHandle report = MethodHandles.foldArguments(recovered, FAILED.bindTo(this));
    MutableCallSite site =
        new MutableCallSite(MethodHandles.catchException(target, Throwable.class, report));
    linked.add(new WeakReference<>(site));
    if (opened.get()) {
      site.setTarget(nothing);
    }
    return site.dynamicInvoker();
  }

  private void unlink() {
    List<MutableCallSite> sites = new ArrayList<>();
    for (WeakReference<MutableCallSite> reference : linked) {
      MutableCallSite site = reference.get();
      if (site != null) {
        site.setTarget(IndyEntry.doingNothing(site.type()));
        sites.add(site);
      }
    }
    linked.clear();
    MutableCallSite.syncAll(sites.toArray(new MutableCallSite[0]));
  }

  /** Takes a handler of {@link WeaveDispatch} along, to be released when the switch opens. */
  void addDispatched(int id, WeaveHandler handler) {
    reached = true;
    Dispatched added = new Dispatched(id, handler);
    dispatched.add(added);
    if (opened.get()) {
      added.release();
    }
  }

  /** Counts a failure of the handler. Called on threads of the application. */
  void failed(Throwable failure) {
    MissedExits.possible();
    if (failure instanceof LinkageError) {
      owner.disable(simpleName() + " does not link (" + FailureText.of(failure) + ")");
      return;
    }
    if (failure instanceof VirtualMachineError) {
      return; // out of memory or of stack: the application's state, not the handler's fault
    }
    long now = nanoClock.getAsLong();
    long start = windowStart.get();
    if (now - start > WINDOW_NANOS && windowStart.compareAndSet(start, now)) {
      failures.set(0);
    }
    if (failures.incrementAndGet() >= MAX_FAILURES && open()) {
      owner.say(
          simpleName()
              + " failed "
              + MAX_FAILURES
              + " times and is switched off ("
              + FailureText.of(failure)
              + ")");
    }
  }

  /** Whether this call opened it. */
  boolean open() {
    if (!opened.compareAndSet(false, true)) {
      return false;
    }
    unlink();
    MissedExits.possible();
    dispatched.forEach(Dispatched::release);
    dispatched.clear();
    if (reached) {
      // Frames of calls under way would stay on their threads and pass for those of later work.
      FrameOrigin.endAll();
    }
    return true;
  }

  private String simpleName() {
    return handler.substring(handler.lastIndexOf('.') + 1);
  }

  private static MethodHandle failedHandle() {
    try {
      return MethodHandles.lookup()
          .findVirtual(
              HandlerSwitch.class, "failed", MethodType.methodType(void.class, Throwable.class));
    } catch (ReflectiveOperationException absent) {
      throw new LinkageError("HandlerSwitch.failed", absent);
    }
  }

  private static final class Dispatched {
    private final int id;
    private final WeaveHandler handler;

    Dispatched(int id, WeaveHandler handler) {
      this.id = id;
      this.handler = handler;
    }

    void release() {
      WeaveDispatch.release(id);
      if (handler instanceof LooseWeaveHandler) {
        ((LooseWeaveHandler) handler).release();
      }
    }
  }
}
