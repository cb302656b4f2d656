/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.springsecurity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.http.AuthenticatedCaller;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.userdetails.UserDetails;

/** Authentication to name. Credentials and details are never asked for. */
final class AuthenticationReader {
  private AuthenticationReader() {}

  static void observe(@Nullable SecurityContext context) {
    Authentication authentication = context == null ? null : context.getAuthentication();
    if (authentication == null
        || authentication instanceof AnonymousAuthenticationToken
        || !authentication.isAuthenticated()
        || !nameIsPlain(authentication)) {
      return;
    }
    String name = authentication.getName();
    if (name != null && !name.isEmpty()) {
      AuthenticatedCaller.learned(
          name, IdentityType.UNKNOWN, GrantedAuthorities.read(authentication.getAuthorities()));
    }
  }

  /**
   * {@code getName()} falls back to {@code toString()} of whatever the principal is, which may tell
   * anything; the tokens of OAuth2 override it with a claim.
   */
  private static boolean nameIsPlain(Authentication authentication) {
    Object principal = authentication.getPrincipal();
    return principal instanceof String
        || principal instanceof Principal
        || principal instanceof UserDetails
        || authentication.getClass().getName().startsWith("org.springframework.security.oauth2.");
  }
}
