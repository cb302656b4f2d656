/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.springsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.FrameContext;
import io.executoraccounting.bootstrap.FrameOrigin;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.testing.WovenAgent;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;

class AuthenticationReaderTest {
  @RegisterExtension static final WovenAgent AGENT = WovenAgent.with(new SpringSecurityExtension());

  private final ExecutorFrame request =
      ExecutorFrame.inbound(
          new FrameOrigin(null, 0), InboundCall.request("GET /", CredentialUse.NONE));
  private FrameScope scope;

  @BeforeEach
  void arrive() {
    scope = FrameStack.pushInbound(request);
  }

  @AfterEach
  void depart() {
    scope.close();
    SecurityContextHolder.clearContext();
  }

  @Test
  void learnsTheUserThatAFilterAuthenticated() {
    authenticate(
        new UsernamePasswordAuthenticationToken(
            new User("alice", "secret", Collections.emptyList()),
            "secret",
            Collections.emptyList()));
    assertThat(authenticated()).isEqualTo("alice");
  }

  @Test
  void anonymousIsNobody() {
    authenticate(
        new AnonymousAuthenticationToken(
            "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
    assertThat(authenticated()).isNull();
  }

  @Test
  void claimThatIsNotAuthenticatedYetIsNotBelieved() {
    authenticate(new UsernamePasswordAuthenticationToken("alice", "secret"));
    assertThat(authenticated()).isNull();
  }

  @Test
  void principalWhoseNameWouldBeItsToStringIsLeftAlone() {
    Object talkative =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("toString was called");
          }
        };
    authenticate(
        new UsernamePasswordAuthenticationToken(talkative, "secret", Collections.emptyList()));
    assertThat(authenticated()).isNull();
  }

  @Test
  void taskThatWasHandedOverDoesNotSayWhoCalled() throws InterruptedException {
    FrameContext carried = FrameStack.capture();
    Thread pooled =
        new Thread(
            () -> {
              try (FrameScope task = FrameStack.attach(carried)) {
                authenticate(
                    new UsernamePasswordAuthenticationToken(
                        "system", "secret", Collections.emptyList()));
              }
            });
    pooled.start();
    pooled.join();
    assertThat(authenticated()).isNull();
  }

  @Test
  void callerStaysWhenTheApplicationActsAsAnother() {
    authenticate(
        new UsernamePasswordAuthenticationToken("alice", "secret", Collections.emptyList()));
    authenticate(
        new UsernamePasswordAuthenticationToken("system", "secret", Collections.emptyList()));
    assertThat(authenticated()).isEqualTo("alice");
  }

  @Test
  void contextThatWasThereBeforeIsLearnedWhenTheApplicationTakesIt() {
    scope.close();
    authenticate(
        new UsernamePasswordAuthenticationToken("alice", "secret", Collections.emptyList()));
    scope = FrameStack.pushInbound(request);
    assertThat(authenticated()).isNull();
    assertThat(SecurityContextHolder.getContext().getAuthentication().getName()).isEqualTo("alice");
    assertThat(authenticated()).isEqualTo("alice");
  }

  @Test
  void authoritiesAreWrittenAsScopesAre() {
    authenticate(
        new UsernamePasswordAuthenticationToken(
            "alice",
            "secret",
            AuthorityUtils.createAuthorityList(
                "SCOPE_orders.read", "ROLE_ADMIN", "FACTOR_PASSWORD", "refund")));

    assertThat(((InboundCall) request.facts()).authorities())
        .containsExactly("orders.read", "permission:refund", "role:ADMIN");
  }

  @Test
  void authorityOfTheApplicationsOwnClassIsNotAsked() {
    GrantedAuthority own =
        () -> {
          throw new AssertionError("it was asked");
        };
    authenticate(new UsernamePasswordAuthenticationToken("alice", "secret", List.of(own)));

    assertThat(authenticated()).isEqualTo("alice");
    assertThat(((InboundCall) request.facts()).authorities()).isEmpty();
  }

  @Test
  void laterIdentityLendsItsAuthoritiesToNobody() {
    authenticate(
        new UsernamePasswordAuthenticationToken("alice", "secret", Collections.emptyList()));
    authenticate(
        new UsernamePasswordAuthenticationToken(
            "system", "secret", AuthorityUtils.createAuthorityList("ROLE_ADMIN")));

    assertThat(((InboundCall) request.facts()).authorities()).isEmpty();
  }

  private static void authenticate(Authentication authentication) {
    SecurityContextImpl context = new SecurityContextImpl();
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
  }

  private String authenticated() {
    return ((InboundCall) request.facts()).authenticated();
  }
}
