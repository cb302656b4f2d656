/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Verification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The five nouns of one call, as attribution found them. Immutable. */
public final class AccountingRecord {
  private final CompletedCall completed;
  private final ExecutorIdentity executor;
  private final Authority authority;
  private final @Nullable Actor initiator;
  private final Relation relation;
  private final List<ChainHop> chain;
  private final @Nullable String environment;
  private final Verification verification;
  private final Set<Gap> gaps;
  private final @Nullable AuthorityStep step;
  private final @Nullable IdentityChange change;
  private final List<String> violations;

  public AccountingRecord(
      CompletedCall completed,
      ExecutorIdentity executor,
      Authority authority,
      @Nullable Actor initiator,
      Relation relation,
      List<ChainHop> chain,
      @Nullable String environment,
      Verification verification,
      Set<Gap> gaps) {
    this.completed = completed;
    this.executor = executor;
    this.authority = authority;
    this.initiator = initiator;
    this.relation = relation;
    this.chain = chain;
    this.environment = environment;
    this.verification = verification;
    this.gaps = gaps;
    step = null;
    change = null;
    violations = Collections.emptyList();
  }

  private AccountingRecord(
      AccountingRecord from,
      List<ChainHop> chain,
      @Nullable AuthorityStep step,
      @Nullable IdentityChange change,
      List<String> violations) {
    completed = from.completed;
    executor = from.executor;
    authority = from.authority;
    initiator = from.initiator;
    relation = from.relation;
    environment = from.environment;
    verification = from.verification;
    gaps = from.gaps;
    this.chain = chain;
    this.step = step;
    this.change = change;
    this.violations = violations;
  }

  AccountingRecord withStep(AuthorityStep step) {
    return new AccountingRecord(this, chain, step, change, violations);
  }

  AccountingRecord withChain(List<ChainHop> chain) {
    return new AccountingRecord(this, chain, step, change, violations);
  }

  public AccountingRecord withChange(@Nullable IdentityChange change) {
    return new AccountingRecord(this, chain, step, change, violations);
  }

  /**
   * @param violations ids of the policy rules that it breaks
   */
  public AccountingRecord withViolations(List<String> violations) {
    return new AccountingRecord(
        this, chain, step, change, Collections.unmodifiableList(new ArrayList<>(violations)));
  }

  public CompletedCall completed() {
    return completed;
  }

  public ExecutorIdentity executor() {
    return executor;
  }

  public Authority authority() {
    return authority;
  }

  /** Already pseudonymised where that is configured; null if nobody is known. */
  public @Nullable Actor initiator() {
    return initiator;
  }

  public Relation relation() {
    return relation;
  }

  /** Oldest first; complete, to be cut when it is written. */
  public List<ChainHop> chain() {
    return chain;
  }

  /** By the configured host map, null if no pattern fits. */
  public @Nullable String environment() {
    return environment;
  }

  public Verification verification() {
    return verification;
  }

  public Set<Gap> gaps() {
    return gaps;
  }

  /** What the call by itself says of a change; null where attribution did not look. */
  @Nullable AuthorityStep step() {
    return step;
  }

  /** Null where nothing changed. */
  public @Nullable IdentityChange change() {
    return change;
  }

  public List<String> violations() {
    return violations;
  }

  /** With what right it was done. */
  public static final class Authority {
    private final String id;
    private final IdentityType type;
    private final AuthoritySource source;
    private final CredentialUse credential;
    private final AuthorityScopes scopes;
    private final @Nullable Boolean audienceMatch;

    /** With no more known of scopes than what was inherited. */
    public Authority(
        String id,
        IdentityType type,
        AuthoritySource source,
        CredentialUse credential,
        List<String> inheritedScopes,
        @Nullable Boolean audienceMatch) {
      this(id, type, source, credential, AuthorityScopes.inherited(inheritedScopes), audienceMatch);
    }

    /**
     * @param audienceMatch whether the audience fits the target, null if that cannot be told
     */
    public Authority(
        String id,
        IdentityType type,
        AuthoritySource source,
        CredentialUse credential,
        AuthorityScopes scopes,
        @Nullable Boolean audienceMatch) {
      this.id = id;
      this.type = type;
      this.source = source;
      this.credential = credential;
      this.scopes = scopes;
      this.audienceMatch = audienceMatch;
    }

    public String id() {
      return id;
    }

    public IdentityType type() {
      return type;
    }

    public AuthoritySource source() {
      return source;
    }

    public CredentialUse credential() {
      return credential;
    }

    public List<String> inheritedScopes() {
      return scopes.inherited();
    }

    /** What stands beside the scopes that the credential carries. */
    public AuthorityScopes scopes() {
      return scopes;
    }

    public @Nullable Boolean audienceMatch() {
      return audienceMatch;
    }
  }
}
