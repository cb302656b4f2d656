/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That one credential was given out against another, as this JVM saw it happen: at a token endpoint
 * (RFC 6749, RFC 8693, RFC 7523), at AWS STS, at Google's IAM. A token that a refresh gives out is
 * of the grant of the one before it, type, subject and actor included, where that one is known.
 * Holds no secret. Immutable.
 */
public final class Grant {
  private final GrantType type;
  private final CredentialUse issued;
  private final @Nullable CredentialUse subject;
  private final @Nullable CredentialUse actor;
  private final List<String> requestedScopes;

  /**
   * @param issued what was given out, with what the response says of it: granted scopes, expiry
   * @param subject whose right it derives from: the subject token, the assertion, the parent's key,
   *     else the client's own credential; null where nothing was presented that can be read
   * @param actor the actor token, null where there was none
   * @param requestedScopes empty where none were asked for
   */
  public Grant(
      GrantType type,
      CredentialUse issued,
      @Nullable CredentialUse subject,
      @Nullable CredentialUse actor,
      List<String> requestedScopes) {
    this.type = type;
    this.issued = issued;
    this.subject = subject;
    this.actor = actor;
    this.requestedScopes = Collections.unmodifiableList(new ArrayList<>(requestedScopes));
  }

  public GrantType type() {
    return type;
  }

  public CredentialUse issued() {
    return issued;
  }

  public @Nullable CredentialUse subject() {
    return subject;
  }

  public @Nullable CredentialUse actor() {
    return actor;
  }

  public List<String> requestedScopes() {
    return requestedScopes;
  }
}
