/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One thing that a statement does to the identity or the transaction of its session. Immutable. */
public final class SessionStep {
  /** What is done. */
  public enum Kind {
    /** {@code SET ROLE}. */
    ROLE,
    /** {@code SET SESSION AUTHORIZATION}, which takes the role off as well. */
    SESSION_USER,
    /** {@code EXECUTE AS}: put on over all that is there, until {@link #REVERT}. */
    EXECUTE_AS,
    /** {@code EXECUTE AS … WITH NO REVERT}. */
    EXECUTE_AS_FOR_GOOD,
    /** {@code sp_setapprole}: a role takes the user's place. */
    APPLICATION_ROLE,
    REVERT,
    /** {@code SETUSER} without a name. */
    REVERT_ALL,
    /** {@code DISCARD ALL}, and what else makes a session as it was after the login. */
    DISCARD,
    BEGIN,
    COMMIT,
    ROLLBACK,
    SAVEPOINT,
    ROLLBACK_TO,
    RELEASE
  }

  /** What is put on. */
  public enum Target {
    /** The names that the step gives. */
    NAMED,
    NONE,
    /** What the session began with. */
    DEFAULT,
    /** Something that the text does not say: a bind value, an expression. */
    UNREADABLE
  }

  private final Kind kind;
  private final Target target;
  private final boolean local;
  private final List<String> names;

  private SessionStep(Kind kind, Target target, boolean local, List<String> names) {
    this.kind = kind;
    this.target = target;
    this.local = local;
    this.names = names;
  }

  /** One without a target: an edge of a transaction, {@code REVERT}, {@code DISCARD ALL}. */
  public static SessionStep of(Kind kind) {
    return new SessionStep(kind, Target.NONE, false, Collections.emptyList());
  }

  /**
   * @param names of roles or users, of savepoints; folded as the database folds them, printable and
   *     at most 128 characters each
   */
  public static SessionStep named(Kind kind, List<String> names) {
    return new SessionStep(
        kind, Target.NAMED, false, Collections.unmodifiableList(new ArrayList<>(names)));
  }

  public static SessionStep to(Kind kind, Target target) {
    return new SessionStep(kind, target, false, Collections.emptyList());
  }

  /** The same, until the transaction ends: {@code SET LOCAL}. */
  public SessionStep local(boolean untilTheEndOfTheTransaction) {
    return new SessionStep(kind, target, untilTheEndOfTheTransaction, names);
  }

  public Kind kind() {
    return kind;
  }

  public Target target() {
    return target;
  }

  public boolean isLocal() {
    return local;
  }

  /** Empty where the target is none that is named. */
  public List<String> names() {
    return names;
  }

  /** Whether it is about the transaction alone. */
  public boolean isEdge() {
    return kind.ordinal() >= Kind.BEGIN.ordinal();
  }

  /** As a table of cases writes it, {@code ROLE [a] local}. */
  @Override
  public String toString() {
    String what = target == Target.NAMED ? names.toString() : target.toString();
    boolean plain = target == Target.NONE && kind != Kind.ROLE && kind != Kind.SESSION_USER;
    return kind + (plain ? "" : " " + what) + (local ? " local" : "");
  }
}
