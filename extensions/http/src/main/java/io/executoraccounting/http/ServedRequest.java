/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.WeakIdentityMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that a server of this JVM handles, from its arrival until its response is complete. It
 * is known by the container's own request object, so that filters, wrappers, forwards and
 * asynchronous dispatches, woven for whatever class loader, all find the same one.
 */
public final class ServedRequest {
  private static final WeakIdentityMap<Object, ServedRequest> UNDER_WAY = new WeakIdentityMap<>();

  private final AccountingService service;
  private final ExecutorFrame frame;

  /** The thread that handles it now; null between asynchronous dispatches. */
  private volatile @Nullable Thread activeOn;

  /** How it ended; null while its response is not complete. */
  private volatile @Nullable CallOutcome outcome;

  private ServedRequest(AccountingService service, ExecutorFrame frame) {
    this.service = service;
    this.frame = frame;
  }

  /**
   * A weave point is entered with that request. Never throws.
   *
   * @param request the container's own object, without wrappers
   * @param dispatchedAgain the container says that it goes on with a request it has seen before;
   *     where it does not, an object that is known is one the container uses again for the next
   *     request
   * @param reader reads what arrived; asked once per request
   * @return null where an outer weave point of this thread already handles it, or nothing is
   *     recorded
   */
  public static @Nullable Visit enter(
      Object request, boolean dispatchedAgain, Supplier<Arrival> reader) {
    AccountingService service = Accounting.service();
    if (service == null || AccountingGuard.suspended()) {
      return null;
    }
    ServedRequest known = UNDER_WAY.get(request);
    if (known != null) {
      if (known.activeOn == Thread.currentThread() && !known.frame.origin().ended()) {
        return null;
      }
      if (dispatchedAgain) {
        known.activeOn = Thread.currentThread();
        return new Visit(request, known, FrameStack.pushInbound(known.frame));
      }
      known.service.departed(known.frame, CallOutcome.RETURNED);
    }
    Arrival arrival = reader.get();
    FrameScope scope = service.arrive(arrival.call, arrival.incoming);
    if (scope == null || scope.frame() == null) {
      return null;
    }
    ServedRequest served = new ServedRequest(service, scope.frame());
    served.activeOn = Thread.currentThread();
    UNDER_WAY.put(request, served);
    return new Visit(request, served, scope);
  }

  static boolean isArrival(Object request, ExecutorFrame frame) {
    ServedRequest known = UNDER_WAY.get(request);
    return known != null && known.frame == frame;
  }

  /**
   * The response to that request is complete, or will be once the thread that handles it now is
   * done; does nothing where it is not known. Never throws.
   */
  public static void departed(Object request, CallOutcome outcome) {
    ServedRequest served = UNDER_WAY.get(request);
    if (served != null) {
      served.outcome = outcome;
      served.departIfOver(request);
    }
  }

  private void departIfOver(Object request) {
    CallOutcome how = outcome;
    if (how != null && activeOn == null && UNDER_WAY.remove(request) != null) {
      service.departed(frame, how);
    }
  }

  /** What a request says when it arrives. */
  public static final class Arrival {
    private final InboundCall call;
    private final @Nullable TraceContext incoming;

    public Arrival(InboundCall call, @Nullable TraceContext incoming) {
      this.call = call;
      this.incoming = incoming;
    }
  }

  /** The time one thread spends on a request. Used by that thread alone. */
  public static final class Visit {
    private final Object request;
    private final ServedRequest served;
    private final FrameScope scope;

    private Visit(Object request, ServedRequest served, FrameScope scope) {
      this.request = request;
      this.served = served;
      this.scope = scope;
    }

    /**
     * The thread is done. Never throws.
     *
     * @param outcome null where the request goes on elsewhere, unless it has departed
     */
    public void leave(@Nullable CallOutcome outcome) {
      if (outcome != null) {
        served.outcome = outcome;
      }
      scope.close();
      served.activeOn = null;
      served.departIfOver(request);
    }
  }
}
