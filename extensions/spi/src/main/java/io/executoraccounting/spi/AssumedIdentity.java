/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import io.executoraccounting.bootstrap.IdentityType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An identity that a call puts on over the one its credential proves, and under whose rights it is
 * judged: {@code SET ROLE}, {@code EXECUTE AS}, {@code Impersonate-User}. Immutable.
 */
public final class AssumedIdentity {
  private final String id;
  private final IdentityType type;
  private final Via via;
  private final List<String> scopes;

  /**
   * @param id namespaced, as {@code executor.authority.id} is
   * @param via how it was put on
   * @param scopes what it is known to carry ({@code role:…}), empty if that is not known
   */
  public AssumedIdentity(String id, IdentityType type, Via via, List<String> scopes) {
    this.id = id;
    this.type = type;
    this.via = via;
    this.scopes = Collections.unmodifiableList(new ArrayList<>(scopes));
  }

  public String id() {
    return id;
  }

  public IdentityType type() {
    return type;
  }

  public Via via() {
    return via;
  }

  public List<String> scopes() {
    return scopes;
  }
}
