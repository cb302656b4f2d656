/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import io.executoraccounting.bootstrap.IdentityType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A credential as far as it may be told: its kind, its public id, a keyed fingerprint and the
 * claims on the allow-list. Nothing in this type can hold secret text. Immutable.
 */
public final class CredentialUse {
  /** No credential was presented. */
  public static final CredentialUse NONE = builder(CredentialKind.NONE).build();

  private final Builder facts;

  private CredentialUse(Builder facts) {
    this.facts = facts;
  }

  public static Builder builder(CredentialKind kind) {
    return new Builder(kind);
  }

  /** A builder that starts with all that this credential says. */
  public Builder toBuilder() {
    return new Builder(facts, facts.kind);
  }

  /** As {@link #toBuilder()}, for the same credential presented in another way. */
  public Builder toBuilder(CredentialKind kind) {
    return new Builder(facts, kind);
  }

  public CredentialKind kind() {
    return facts.kind;
  }

  /** A public id alone: access key id, {@code jti}, certificate SHA-256, key id. */
  public @Nullable String publicId() {
    return facts.publicId;
  }

  /** {@code h1:<key id>:<22 characters>}; null for passwords and where there is no secret. */
  public @Nullable String fingerprint() {
    return facts.fingerprint;
  }

  /**
   * Whose credential it is, namespaced as {@code executor.authority.id}; null if it cannot be read.
   */
  public @Nullable String principal() {
    return facts.principal;
  }

  public IdentityType principalType() {
    return facts.principalType;
  }

  /** A display name of the principal, never of a human. */
  public @Nullable String principalName() {
    return facts.principalName;
  }

  /** Run, conversation, role session name or pod uid of the principal. */
  public @Nullable String sessionId() {
    return facts.sessionId;
  }

  /**
   * The origin that the credential itself names: {@code sub} under an {@code act}, {@code
   * principal}.
   */
  public @Nullable Actor initiator() {
    return facts.initiator;
  }

  /** Who acted, the current actor first and prior ones after it (RFC 8693 s4.1); at most 8. */
  public List<Actor> actors() {
    return facts.actors;
  }

  /** The OAuth client it was issued to, namespaced; null if unknown. */
  public @Nullable Actor client() {
    return facts.client;
  }

  /**
   * Keyed marks of the names under which a framework may know the principal; never emitted. A name
   * is compared by its mark, for some of them name persons.
   */
  public Set<String> subjectMarks() {
    return facts.subjectMarks;
  }

  public @Nullable String issuer() {
    return facts.issuer;
  }

  /** Tenant, account or project. */
  public @Nullable String tenant() {
    return facts.tenant;
  }

  public List<String> audience() {
    return facts.audience;
  }

  /** Sorted, without duplicates. */
  public List<String> scopes() {
    return facts.scopes;
  }

  public @Nullable ScopesSource scopesSource() {
    return facts.scopesSource;
  }

  /** Epoch seconds; 0 if unknown. */
  public long expiresAt() {
    return facts.expiresAt;
  }

  public Binding binding() {
    return facts.binding;
  }

  /** The SDK's credential provider, the connection pool, or the product that issued a token. */
  public @Nullable String provider() {
    return facts.provider;
  }

  public Verification verification() {
    return facts.verification;
  }

  public Set<Gap> gaps() {
    return Collections.unmodifiableSet(facts.gaps);
  }

  /**
   * Collects what a reader learns; each setter returns the builder. Not for use by many threads.
   */
  public static final class Builder {
    private final CredentialKind kind;
    private @Nullable String publicId;
    private @Nullable String fingerprint;
    private @Nullable String principal;
    private IdentityType principalType = IdentityType.UNKNOWN;
    private @Nullable String principalName;
    private @Nullable String sessionId;
    private @Nullable Actor initiator;
    private List<Actor> actors = Collections.emptyList();
    private @Nullable Actor client;
    private @Nullable String issuer;
    private @Nullable String tenant;
    private List<String> audience = Collections.emptyList();
    private List<String> scopes = Collections.emptyList();
    private @Nullable ScopesSource scopesSource;
    private long expiresAt;
    private Binding binding = Binding.NONE;
    private @Nullable String provider;
    private Verification verification = Verification.ASSERTED;
    private Set<String> subjectMarks = Collections.emptySet();
    private final EnumSet<Gap> gaps;

    private Builder(CredentialKind kind) {
      this.kind = kind;
      this.gaps = EnumSet.noneOf(Gap.class);
    }

    private Builder(Builder from, CredentialKind kind) {
      this.kind = kind;
      publicId = from.publicId;
      fingerprint = from.fingerprint;
      principal = from.principal;
      principalType = from.principalType;
      principalName = from.principalName;
      sessionId = from.sessionId;
      initiator = from.initiator;
      actors = from.actors;
      client = from.client;
      issuer = from.issuer;
      tenant = from.tenant;
      audience = from.audience;
      scopes = from.scopes;
      scopesSource = from.scopesSource;
      expiresAt = from.expiresAt;
      binding = from.binding;
      provider = from.provider;
      verification = from.verification;
      subjectMarks = from.subjectMarks;
      gaps = EnumSet.copyOf(from.gaps);
    }

    public Builder publicId(@Nullable String publicId) {
      this.publicId = publicId;
      return this;
    }

    public Builder fingerprint(@Nullable String fingerprint) {
      this.fingerprint = fingerprint;
      return this;
    }

    public Builder principal(@Nullable String id, IdentityType type) {
      this.principal = id;
      this.principalType = type;
      return this;
    }

    public Builder principalName(@Nullable String principalName) {
      this.principalName = principalName;
      return this;
    }

    public Builder sessionId(@Nullable String sessionId) {
      this.sessionId = sessionId;
      return this;
    }

    public Builder initiator(@Nullable Actor initiator) {
      this.initiator = initiator;
      return this;
    }

    public Builder actors(List<Actor> actors) {
      this.actors = Collections.unmodifiableList(new ArrayList<>(actors));
      return this;
    }

    public Builder client(@Nullable Actor client) {
      this.client = client;
      return this;
    }

    public Builder issuer(@Nullable String issuer) {
      this.issuer = issuer;
      return this;
    }

    public Builder tenant(@Nullable String tenant) {
      this.tenant = tenant;
      return this;
    }

    public Builder audience(List<String> audience) {
      this.audience = Collections.unmodifiableList(new ArrayList<>(audience));
      return this;
    }

    /** Scopes in any order; they are kept sorted and once each. */
    public Builder scopes(Iterable<String> scopes, @Nullable ScopesSource source) {
      TreeSet<String> sorted = new TreeSet<>();
      scopes.forEach(sorted::add);
      this.scopes = Collections.unmodifiableList(new ArrayList<>(sorted));
      this.scopesSource = source;
      return this;
    }

    public Builder expiresAt(long epochSeconds) {
      this.expiresAt = epochSeconds;
      return this;
    }

    public Builder binding(Binding binding) {
      this.binding = binding;
      return this;
    }

    public Builder provider(@Nullable String provider) {
      this.provider = provider;
      return this;
    }

    public Builder verification(Verification verification) {
      this.verification = verification;
      return this;
    }

    public Builder subjectMark(String mark) {
      Set<String> marks = new HashSet<>(subjectMarks);
      marks.add(mark);
      subjectMarks = Collections.unmodifiableSet(marks);
      return this;
    }

    public Builder gap(Gap gap) {
      gaps.add(gap);
      return this;
    }

    /** What was missing is known after all. */
    public Builder withoutGap(Gap gap) {
      gaps.remove(gap);
      return this;
    }

    /** The builder may be used on; what was built does not change with it. */
    public CredentialUse build() {
      return new CredentialUse(new Builder(this, kind));
    }
  }
}
