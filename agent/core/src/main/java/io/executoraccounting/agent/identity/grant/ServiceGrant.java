/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.ClaimText;
import io.executoraccounting.agent.identity.grant.message.Fields;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.OutboundCall;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service's own call that gives out a credential: its address alone says what is asked for. */
abstract class ServiceGrant implements GrantProtocol {
  private final GrantType type;
  private final @Nullable String operation;
  private final ListedFields request;
  private final ListedFields response;
  private final CredentialUse presented;

  /**
   * @param operation the call by its service's name for it; null where the address may be another
   *     service's as well
   * @param presented what the headers of the request present
   */
  ServiceGrant(
      GrantType type,
      @Nullable String operation,
      ListedFields request,
      ListedFields response,
      CredentialUse presented) {
    this.type = type;
    this.operation = operation;
    this.request = request;
    this.response = response;
    this.presented = presented;
  }

  @Override
  public final @Nullable Fields request() {
    return request.isEmpty() ? null : request;
  }

  @Override
  public final boolean asks() {
    return true;
  }

  @Override
  public final Fields response() {
    return response;
  }

  @Override
  public final OutboundCall describe(OutboundCall call) {
    return operation == null
        ? call
        : call.toBuilder()
            .authority(named(call.credential()), call.source())
            .operation(operation)
            .requestedScopes(requestedScopes(request))
            .build();
  }

  @Override
  public final void learn(GrantTable grants) {
    CredentialUse token = response.token();
    if (token == null) {
      return;
    }
    IssuedToken issued = new IssuedToken(token);
    describe(issued, request, response, grants.nowSeconds());
    CredentialUse subject = subject(named(presented), request, grants);
    grants.learned(new Grant(type, issued.build(), subject, null, requestedScopes(request)));
  }

  /** Says of the issued token what the two messages and the address say. */
  abstract void describe(
      IssuedToken issued, ListedFields request, ListedFields response, long nowSeconds);

  /** What is presented, with what only this service would know of it. */
  CredentialUse named(CredentialUse presented) {
    return presented;
  }

  /** Against what it is given out; null where nothing is presented. */
  @Nullable CredentialUse subject(
      CredentialUse presented, ListedFields request, GrantTable grants) {
    if (presented.kind() == CredentialKind.NONE) {
      return null;
    }
    Grant known = grants.grantOf(presented);
    return known == null ? presented : known.issued();
  }

  List<String> requestedScopes(ListedFields request) {
    return Collections.emptyList();
  }

  /** A part of the path as an id, or null if it cannot be one. */
  static @Nullable String tellable(String segment) {
    boolean fits = !segment.isEmpty() && segment.length() <= ClaimText.MAX_LENGTH;
    return fits && segment.indexOf('/') < 0 && ClaimText.printable(segment)
        ? segment.replace("%40", "@")
        : null;
  }
}
