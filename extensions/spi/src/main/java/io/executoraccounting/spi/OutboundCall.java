/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import io.executoraccounting.bootstrap.TraceContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An action that leaves the JVM: the authority it presents and what it reaches, as its reader found
 * them. No literal, bind value, content or query string has a place in it. Immutable.
 */
public final class OutboundCall {
  private final Builder facts;

  private OutboundCall(Builder facts) {
    this.facts = facts;
  }

  /**
   * @param system {@code executor.reach.system}: {@code http}, {@code postgresql}, {@code aws.s3} …
   * @param summary low-cardinality name of the call, which becomes the span's name: {@code GET
   *     /users/{id}}, {@code SELECT orders}
   */
  public static Builder builder(String system, String summary) {
    return new Builder(system, summary);
  }

  /** A builder that starts with all that this call says. */
  public Builder toBuilder() {
    return toBuilder(facts.system);
  }

  /** As {@link #toBuilder()}, for a call that turned out to reach another system. */
  public Builder toBuilder(String system) {
    Builder builder = new Builder(system, facts);
    builder.conventions = new LinkedHashMap<>(facts.conventions);
    return builder;
  }

  public String system() {
    return facts.system;
  }

  public String summary() {
    return facts.summary;
  }

  public CredentialUse credential() {
    return facts.credential;
  }

  /** Where the credential came from; {@code NONE} where the call presents none. */
  public AuthoritySource source() {
    return facts.source;
  }

  public Access access() {
    return facts.access;
  }

  /**
   * What was put on over the credential's own identity, oldest first; the last one's is the right.
   */
  public List<AssumedIdentity> assumed() {
    return facts.assumed;
  }

  /** What this call asks for, where it asks for a credential. */
  public List<String> requestedScopes() {
    return facts.requestedScopes;
  }

  public @Nullable String operation() {
    return facts.operation;
  }

  public @Nullable String resource() {
    return facts.resource;
  }

  public @Nullable String account() {
    return facts.account;
  }

  public @Nullable String region() {
    return facts.region;
  }

  public @Nullable String host() {
    return facts.host;
  }

  /** 0 if unknown. */
  public int port() {
    return facts.port;
  }

  /** What could not be learned about the call itself. */
  public Set<Gap> gaps() {
    return Collections.unmodifiableSet(facts.gaps);
  }

  /** The trace context that the message itself carries, null if it carries none. */
  public @Nullable TraceContext traceContext() {
    return facts.traceContext;
  }

  /**
   * Attributes of OpenTelemetry's semantic conventions by their names, such as {@code
   * http.request.method}; values are strings, longs or booleans.
   */
  public Map<String, Object> conventions() {
    return facts.conventions;
  }

  /**
   * Collects what a reader learns; each setter returns the builder. Not for use by many threads.
   */
  public static final class Builder {
    private final String system;
    private final String summary;
    private CredentialUse credential = CredentialUse.NONE;
    private AuthoritySource source = AuthoritySource.NONE;
    private List<AssumedIdentity> assumed = Collections.emptyList();
    private List<String> requestedScopes = Collections.emptyList();
    private Access access = Access.UNKNOWN;
    private @Nullable String operation;
    private @Nullable String resource;
    private @Nullable String account;
    private @Nullable String region;
    private @Nullable String host;
    private int port;
    private @Nullable TraceContext traceContext;
    private Map<String, Object> conventions = new LinkedHashMap<>();
    private final EnumSet<Gap> gaps;

    private Builder(String system, String summary) {
      this.system = system;
      this.summary = summary;
      this.gaps = EnumSet.noneOf(Gap.class);
    }

    private Builder(String system, Builder from) {
      this.system = system;
      summary = from.summary;
      gaps = EnumSet.copyOf(from.gaps);
      credential = from.credential;
      source = from.source;
      assumed = from.assumed;
      requestedScopes = from.requestedScopes;
      access = from.access;
      operation = from.operation;
      resource = from.resource;
      account = from.account;
      region = from.region;
      host = from.host;
      port = from.port;
      traceContext = from.traceContext;
      conventions = Collections.unmodifiableMap(new LinkedHashMap<>(from.conventions));
    }

    /** The authority; a credential of kind {@code NONE} leaves the source at {@code NONE}. */
    public Builder authority(CredentialUse credential, AuthoritySource source) {
      this.credential = credential;
      this.source = credential.kind() == CredentialKind.NONE ? AuthoritySource.NONE : source;
      return this;
    }

    /** Identities that were put on over the credential's, oldest first. */
    public Builder assumed(List<AssumedIdentity> assumed) {
      this.assumed = Collections.unmodifiableList(new ArrayList<>(assumed));
      return this;
    }

    public Builder requestedScopes(List<String> requestedScopes) {
      this.requestedScopes = Collections.unmodifiableList(new ArrayList<>(requestedScopes));
      return this;
    }

    public Builder access(Access access) {
      this.access = access;
      return this;
    }

    public Builder operation(@Nullable String operation) {
      this.operation = operation;
      return this;
    }

    public Builder resource(@Nullable String resource) {
      this.resource = resource;
      return this;
    }

    public Builder account(@Nullable String account) {
      this.account = account;
      return this;
    }

    public Builder region(@Nullable String region) {
      this.region = region;
      return this;
    }

    /** The server, without user info, and its port; 0 if the port is unknown. */
    public Builder server(@Nullable String host, int port) {
      this.host = host;
      this.port = port;
      return this;
    }

    public Builder traceContext(@Nullable TraceContext traceContext) {
      this.traceContext = traceContext;
      return this;
    }

    /** An attribute of the semantic conventions; a null value is left out. */
    public Builder convention(String name, @Nullable Object value) {
      if (value != null) {
        conventions.put(name, value);
      }
      return this;
    }

    public Builder gap(Gap gap) {
      gaps.add(gap);
      return this;
    }

    /** The builder may be used on; what was built does not change with it. */
    public OutboundCall build() {
      return new OutboundCall(new Builder(system, this));
    }
  }
}
