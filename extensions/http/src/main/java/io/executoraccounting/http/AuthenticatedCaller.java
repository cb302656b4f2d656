/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.InboundCall;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Adds to the request on this thread whom the application authenticated. */
public final class AuthenticatedCaller {
  private AuthenticatedCaller() {}

  /**
   * The application's framework vouches for that caller. The first one stays: who set the work
   * going does not change when the application acts as somebody else later; and a task that was
   * handed over does not say who called. Never throws.
   *
   * @param name null and empty are passed over
   * @param type {@code UNKNOWN} where the framework does not say
   */
  public static void learned(@Nullable String name, IdentityType type) {
    learned(name, type, Collections.emptyList());
  }

  /**
   * As {@link #learned(String, IdentityType)}.
   *
   * @param authorities what the framework allows the caller, written as scopes are; empty where it
   *     does not say
   */
  public static void learned(
      @Nullable String name, IdentityType type, Collection<String> authorities) {
    ExecutorFrame arrived = FrameStack.arrivedHere();
    if (arrived != null) {
      learned(arrived, name, type, authorities);
    }
  }

  /**
   * As {@link #learned(String, IdentityType)}, of a request that may be another than this thread
   * handles: then nothing is learned.
   *
   * @param request the container's own object, without wrappers
   */
  public static void learned(Object request, @Nullable String name, IdentityType type) {
    ExecutorFrame arrived = FrameStack.arrivedHere();
    if (arrived != null && ServedRequest.isArrival(request, arrived)) {
      learned(arrived, name, type, Collections.emptyList());
    }
  }

  private static void learned(
      ExecutorFrame arrived,
      @Nullable String name,
      IdentityType type,
      Collection<String> authorities) {
    Object facts = arrived.facts();
    if (!(facts instanceof InboundCall) || name == null || name.isEmpty()) {
      return;
    }
    InboundCall call = (InboundCall) facts;
    if (call.authenticated() == null) {
      arrived.facts(call.withAuthenticated(name, type).withAuthorities(authorities));
    } else if (call.authorities().isEmpty()
        && !authorities.isEmpty()
        && name.equals(call.authenticated())) {
      // The container knew the name before the framework said what it may do.
      arrived.facts(call.withAuthorities(authorities));
    }
  }
}
