/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import io.executoraccounting.bootstrap.IdentityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What arrived from outside and set work going: a request with its credential and, once the
 * application has authenticated it, the principal. Immutable.
 */
public final class InboundCall {
  private final AuthoritySource source;
  private final String operation;
  private final CredentialUse credential;
  private final @Nullable CredentialUse peer;
  private final @Nullable String authenticated;
  private final IdentityType authenticatedType;
  private final List<String> authorities;
  private final @Nullable String method;

  private InboundCall(
      AuthoritySource source,
      String operation,
      CredentialUse credential,
      @Nullable CredentialUse peer,
      @Nullable String authenticated,
      IdentityType authenticatedType,
      List<String> authorities,
      @Nullable String method) {
    this.source = source;
    this.operation = operation;
    this.credential = credential;
    this.peer = peer;
    this.authenticated = authenticated;
    this.authenticatedType = authenticatedType;
    this.authorities = authorities;
    this.method = method;
  }

  /**
   * A request.
   *
   * @param operation low-cardinality name of what was asked, for example {@code POST /tickets/{id}}
   */
  public static InboundCall request(String operation, CredentialUse credential) {
    return new InboundCall(
        AuthoritySource.REQUEST,
        operation,
        credential,
        null,
        null,
        IdentityType.UNKNOWN,
        Collections.emptyList(),
        null);
  }

  /**
   * The method of an HTTP request, as {@code http.request.method} has it: {@code _OTHER} for one
   * that is not known.
   */
  public InboundCall withMethod(String method) {
    return new InboundCall(
        source, operation, credential, peer, authenticated, authenticatedType, authorities, method);
  }

  /** The TLS client certificate that came with it. */
  public InboundCall withPeer(CredentialUse peer) {
    return new InboundCall(
        source, operation, credential, peer, authenticated, authenticatedType, authorities, method);
  }

  /**
   * The principal that the application's framework authenticated.
   *
   * @param name the principal's name, as the framework has it
   * @param type {@code UNKNOWN} where the framework does not say
   */
  public InboundCall withAuthenticated(String name, IdentityType type) {
    return new InboundCall(source, operation, credential, peer, name, type, authorities, method);
  }

  /**
   * What the framework allows that principal.
   *
   * @param authorities written as scopes are: {@code orders.read}, {@code role:ADMIN}
   */
  public InboundCall withAuthorities(Collection<String> authorities) {
    List<String> sorted = Collections.unmodifiableList(new ArrayList<>(new TreeSet<>(authorities)));
    return new InboundCall(
        source, operation, credential, peer, authenticated, authenticatedType, sorted, method);
  }

  /** {@code REQUEST}, {@code MESSAGE} or, for a schedule, {@code PROCESS}. */
  public AuthoritySource source() {
    return source;
  }

  public String operation() {
    return operation;
  }

  public CredentialUse credential() {
    return credential;
  }

  public @Nullable CredentialUse peer() {
    return peer;
  }

  /** Null where it is no HTTP request. */
  public @Nullable String method() {
    return method;
  }

  /** The authenticated principal's name; null while nobody has been authenticated. */
  public @Nullable String authenticated() {
    return authenticated;
  }

  public IdentityType authenticatedType() {
    return authenticatedType;
  }

  /** What the framework allows the authenticated principal, sorted; empty where it does not say. */
  public List<String> authorities() {
    return authorities;
  }
}
