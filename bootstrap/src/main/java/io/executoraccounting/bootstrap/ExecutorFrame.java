/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * One fact about who acts, on the stack of a thread: an inbound request with its credential, an
 * agent's turn, or an explicit {@code runAs}. Frames are linked inwards out and shared by every
 * thread that the work was handed to.
 */
public final class ExecutorFrame {
  /** Why the frame stands there. */
  public enum Kind {
    /** A request or message arrived, or a schedule fired; it has no parent. */
    INBOUND,
    /** A turn or a tool call of an AI agent. */
    AGENT,
    /** The application said so through {@link ExecutorAccounting}. */
    RUN_AS
  }

  /**
   * Deeper stacks are a leak or a recursion: a further frame stands in the place of the one below
   * it, so that who acts stays right and only the chain has a hole.
   */
  public static final int MAX_DEPTH = 64;

  private final Kind kind;
  private final @Nullable ExecutorFrame parent;
  private final @Nullable ExecutorIdentity identity;
  private final FrameOrigin origin;
  private final int depth;
  private volatile @Nullable Object facts;

  private ExecutorFrame(
      Kind kind,
      @Nullable ExecutorFrame parent,
      @Nullable ExecutorIdentity identity,
      FrameOrigin origin,
      @Nullable Object facts) {
    this.kind = kind;
    this.parent = parent;
    this.identity = identity;
    this.origin = origin;
    this.depth = parent == null ? 1 : parent.depth + 1;
    this.facts = facts;
  }

  /**
   * What arrived from outside.
   *
   * @param facts the agent's immutable description of it
   */
  public static ExecutorFrame inbound(FrameOrigin origin, Object facts) {
    return new ExecutorFrame(Kind.INBOUND, null, null, origin, facts);
  }

  /** An identity that takes over inside {@code parent}; null starts an origin of its own. */
  static ExecutorFrame acting(
      Kind kind, @Nullable ExecutorFrame parent, ExecutorIdentity identity, FrameOrigin origin) {
    ExecutorFrame below = parent != null && parent.depth >= MAX_DEPTH ? parent.parent : parent;
    return new ExecutorFrame(kind, below, identity, origin, null);
  }

  public Kind kind() {
    return kind;
  }

  public @Nullable ExecutorFrame parent() {
    return parent;
  }

  /** Who acts; null for what arrived from outside, whose identities are among its facts. */
  public @Nullable ExecutorIdentity identity() {
    return identity;
  }

  public FrameOrigin origin() {
    return origin;
  }

  public int depth() {
    return depth;
  }

  /** The agent's description of what arrived; the type is the agent's affair. */
  public @Nullable Object facts() {
    return facts;
  }

  /** Replaces the description once more is known: the application authenticated the caller. */
  public void facts(Object learned) {
    facts = learned;
  }
}
