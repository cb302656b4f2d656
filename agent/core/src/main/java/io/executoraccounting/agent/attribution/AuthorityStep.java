/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import org.jspecify.annotations.Nullable;

/**
 * From which authority a call's own came, as far as the call by itself shows it. Ids are as they
 * may be told. Immutable.
 */
final class AuthorityStep {
  /**
   * Who executes whatever the call presents: an agent, the program that was let in, the process.
   */
  final String caller;

  /** Whether the call presents or puts on an authority of its own. */
  final boolean ownAuthority;

  /** Whether its holder is known not to be a person. */
  final boolean program;

  /** What was seen to make the authority of another, null if nothing was. */
  final @Nullable IdentityChange explained;

  /** Whether what is explained begins with the very credential that arrived. */
  final boolean ofRequest;

  /** That a person arrived and an own credential leaves, null if not so. */
  final @Nullable IdentityChange substituted;

  AuthorityStep(
      String caller,
      boolean ownAuthority,
      boolean program,
      @Nullable IdentityChange explained,
      boolean ofRequest,
      @Nullable IdentityChange substituted) {
    this.caller = caller;
    this.ownAuthority = ownAuthority;
    this.program = program;
    this.explained = explained;
    this.ofRequest = ofRequest;
    this.substituted = substituted;
  }
}
