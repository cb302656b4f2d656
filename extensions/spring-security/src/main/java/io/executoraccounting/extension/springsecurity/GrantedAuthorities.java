/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.springsecurity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;

/**
 * Authorities as scopes are written: Spring Security's prefix {@code SCOPE_} stands for a scope of
 * the token, {@code ROLE_} for a role, anything else is a permission. {@code FACTOR_}, of 7.0, says
 * how somebody logged in, and is none.
 */
final class GrantedAuthorities {
  private static final int MAX_COUNT = 64;
  private static final int MAX_LENGTH = 128;

  private GrantedAuthorities() {}

  /**
   * Asks Spring's own classes alone: what an application's class does when it is asked is unknown.
   */
  static List<String> read(@Nullable Collection<? extends GrantedAuthority> authorities) {
    List<String> scopes = new ArrayList<>();
    if (authorities == null) {
      return scopes;
    }
    for (GrantedAuthority authority : authorities) {
      boolean known =
          authority != null
              && authority.getClass().getName().startsWith("org.springframework.security.");
      String scope = known ? scope(authority.getAuthority()) : null;
      if (scope != null && scopes.size() < MAX_COUNT) {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  private static @Nullable String scope(@Nullable String authority) {
    if (authority == null
        || authority.isEmpty()
        || authority.length() > MAX_LENGTH
        || authority.startsWith("FACTOR_")) {
      return null;
    }
    if (authority.startsWith("SCOPE_")) {
      return authority.substring("SCOPE_".length());
    }
    return authority.startsWith("ROLE_")
        ? "role:" + authority.substring("ROLE_".length())
        : "permission:" + authority;
  }
}
