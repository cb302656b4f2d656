/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.sql.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * A connect call under way on this thread. A wrapping driver or a pool calls another driver's
 * within its own: only what the innermost returns is a physical connection.
 *
 * <p>Touched by its own thread alone. Never throws, never blocks.
 */
public final class ConnectUnderWay extends ThreadMarker {
  private static final Innermost<ConnectUnderWay> INNERMOST = new Innermost<>();

  private final @Nullable ConnectUnderWay outer;
  private @Nullable CredentialKind proof;
  private boolean passedOn;
  private @Nullable String provider;
  private @Nullable SqlSession opened;

  private ConnectUnderWay(@Nullable ConnectUnderWay outer) {
    this.outer = outer;
    this.proof = outer == null ? null : outer.proof;
    this.provider = outer == null ? null : outer.provider;
  }

  public static ConnectUnderWay enter() {
    ConnectUnderWay entered = new ConnectUnderWay(INNERMOST.get());
    INNERMOST.set(entered);
    return entered;
  }

  /** A pool begins to have a connection opened. */
  public static ConnectUnderWay enter(String provider) {
    ConnectUnderWay entered = enter();
    entered.provider = provider;
    return entered;
  }

  /** What the login is proved with, where a wrapping driver says so; null where none does. */
  public @Nullable CredentialKind proof() {
    return proof;
  }

  public void proof(CredentialKind kind) {
    proof = kind;
  }

  /** The pool that has the connection opened; null where none was seen. */
  public @Nullable String provider() {
    return provider;
  }

  /** The session that was opened within this call; null where none was seen. */
  public @Nullable SqlSession opened() {
    return opened;
  }

  public void opened(SqlSession session) {
    opened = session;
    if (outer != null) {
      outer.opened(session);
    }
  }

  /** Returns whether another connect call returned a connection within this one. */
  public boolean leave(boolean connected) {
    INNERMOST.set(outer);
    if (outer != null) {
      outer.passedOn |= connected || passedOn;
    }
    return passedOn;
  }
}
