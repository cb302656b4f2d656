/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands beside the scopes that the credential in use carries. Sorted. Immutable. */
public final class AuthorityScopes {
  private final List<String> inherited;
  private final List<String> requested;
  private final List<String> required;
  private final @Nullable List<String> effective;

  /**
   * @param inherited what the initiating credential carried: what the executor was lent
   * @param requested what a token request asks for; of a token in use, what was asked for where
   *     something else was granted
   * @param required what the resource says that it wants
   * @param effective what all credentials of the chain have in common, be it nothing; null where
   *     one of them does not say
   */
  public AuthorityScopes(
      List<String> inherited,
      List<String> requested,
      List<String> required,
      @Nullable List<String> effective) {
    this.inherited = Collections.unmodifiableList(inherited);
    this.requested = Collections.unmodifiableList(requested);
    this.required = Collections.unmodifiableList(required);
    this.effective = effective == null ? null : Collections.unmodifiableList(effective);
  }

  /** Of an authority of which nothing more is known than what was inherited. */
  public static AuthorityScopes inherited(List<String> inherited) {
    return new AuthorityScopes(inherited, Collections.emptyList(), Collections.emptyList(), null);
  }

  public List<String> inherited() {
    return inherited;
  }

  public List<String> requested() {
    return requested;
  }

  public List<String> required() {
    return required;
  }

  public @Nullable List<String> effective() {
    return effective;
  }
}
