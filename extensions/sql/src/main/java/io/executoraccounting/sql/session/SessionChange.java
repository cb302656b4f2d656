/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a text does to its session, step by step. Immutable. */
public final class SessionChange {
  private static final int MOST_STEPS = 64;

  private final List<SessionStep> steps;
  private final boolean alone;

  /**
   * @param alone whether the text does nothing else, so that it is done whole or not at all
   */
  public SessionChange(List<SessionStep> steps, boolean alone) {
    this.steps = Collections.unmodifiableList(new ArrayList<>(steps));
    this.alone = alone;
  }

  /** What one call of a driver does that has no text: {@code commit()}. */
  public static SessionChange of(SessionStep step) {
    return new SessionChange(Collections.singletonList(step), true);
  }

  public List<SessionStep> steps() {
    return steps;
  }

  /** The same, of a text that holds other statements too, or that is one of several. */
  public SessionChange among(boolean others) {
    return alone && others ? new SessionChange(steps, false) : this;
  }

  /** The same, carried out where an impersonation may be over with it, or may not. */
  public SessionChange withinProcedure() {
    boolean impersonates =
        steps.stream().anyMatch(step -> step.kind() == SessionStep.Kind.EXECUTE_AS);
    return impersonates
        ? of(SessionStep.to(SessionStep.Kind.EXECUTE_AS_FOR_GOOD, SessionStep.Target.UNREADABLE))
        : this;
  }

  /** This one and then another, of which at most 64 steps are kept. */
  public SessionChange then(SessionChange next) {
    if (steps.size() + next.steps.size() > MOST_STEPS) {
      SessionStep anybody =
          SessionStep.to(SessionStep.Kind.EXECUTE_AS, SessionStep.Target.UNREADABLE);
      return steps.get(steps.size() - 1).kind() == anybody.kind() ? this : plus(anybody);
    }
    List<SessionStep> all = new ArrayList<>(steps);
    all.addAll(next.steps);
    return new SessionChange(all, false);
  }

  private SessionChange plus(SessionStep last) {
    List<SessionStep> all = new ArrayList<>(steps);
    all.add(last);
    return new SessionChange(all, false);
  }

  boolean isAlone() {
    return alone;
  }

  /** Whether it is a commit and nothing else. */
  boolean isCommitAlone() {
    return alone && steps.get(0).kind() == SessionStep.Kind.COMMIT;
  }

  boolean hasEdge() {
    return steps.stream().anyMatch(SessionStep::isEdge);
  }

  /** Whether it is about no transaction's end, and about no part of one. */
  boolean onlyBegins() {
    return steps.stream().noneMatch(step -> step.isEdge() && step.kind() != SessionStep.Kind.BEGIN);
  }

  /** Whether a transaction that failed may be over after it. */
  boolean mayEnd() {
    return steps.stream()
        .anyMatch(
            step ->
                step.isEdge()
                    && step.kind() != SessionStep.Kind.BEGIN
                    && step.kind() != SessionStep.Kind.SAVEPOINT
                    && step.kind() != SessionStep.Kind.RELEASE);
  }
}
