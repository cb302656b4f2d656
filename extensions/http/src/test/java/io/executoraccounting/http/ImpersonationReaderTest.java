/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.HeaderSource;
import io.executoraccounting.spi.Via;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpersonationReaderTest {
  @ParameterizedTest
  @CsvSource({
    "system:serviceaccount:shop:cart, k8s:shop/cart, SERVICE_ACCOUNT",
    "system:serviceaccount:shop, k8s:user:system:serviceaccount:shop, SERVICE_ACCOUNT",
    "system:kube-scheduler, k8s:user:system:kube-scheduler, WORKLOAD",
    "system:anonymous, k8s:user:system:anonymous, ANONYMOUS",
    "jane@example.com, k8s:user:jane@example.com, UNKNOWN",
    "shop/cart, k8s:user:shop/cart, UNKNOWN",
  })
  void namesTheSubjectThatKubernetesJudgesBy(String subject, String id, IdentityType type) {
    List<AssumedIdentity> assumed =
        read(Map.of("Impersonate-User", List.of(subject)), CredentialUse.NONE);

    assertThat(assumed).hasSize(1);
    assertThat(assumed.get(0).id()).isEqualTo(id);
    assertThat(assumed.get(0).type()).isEqualTo(type);
    assertThat(assumed.get(0).via()).isEqualTo(Via.IMPERSONATION);
  }

  @Test
  void takesEveryGroupForAScope() {
    List<AssumedIdentity> assumed =
        read(
            Map.of(
                "Impersonate-User", List.of("jane"),
                "Impersonate-Group", List.of("developers", "system:masters", " ")),
            CredentialUse.NONE);

    assertThat(assumed.get(0).scopes()).containsExactly("group:developers", "group:system:masters");
  }

  @Test
  void readsABoundedNumberOfGroups() {
    List<AssumedIdentity> assumed =
        read(
            Map.of(
                "Impersonate-User", List.of("jane"),
                "Impersonate-Group", Collections.nCopies(1000, "g")),
            CredentialUse.NONE);

    assertThat(assumed.get(0).scopes()).hasSize(32);
  }

  /** The API server refuses such a request. */
  @Test
  void groupsWithoutAUserAreNobody() {
    assertThat(read(Map.of("Impersonate-Group", List.of("system:masters")), CredentialUse.NONE))
        .isEmpty();
  }

  @Test
  void takesNoOverlongTextForAName() {
    assertThat(read(Map.of("Impersonate-User", List.of("x".repeat(257))), CredentialUse.NONE))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // whom the credential proves, X-Trino-User, X-Trino-Original-User, who is put on
    "basic:etl, alice, , trino:alice@trino.example",
    "basic:alice, alice, , ",
    "basic:alice, bob, alice, trino:bob@trino.example",
    "basic:etl, bob, alice, trino:alice@trino.example trino:bob@trino.example",
    "oauth:https://idp#u1, alice, , ",
    "oauth:https://idp#u1, bob, alice, trino:bob@trino.example",
  })
  void namesTheUserOfATrinoSession(String proved, String user, String original, String expected) {
    CredentialKind kind = proved.startsWith("basic:") ? CredentialKind.BASIC : CredentialKind.JWT;
    CredentialUse credential =
        CredentialUse.builder(kind).principal(proved, IdentityType.UNKNOWN).build();
    Map<String, List<String>> headers =
        original == null
            ? Map.of("X-Trino-User", List.of(user))
            : Map.of("X-Trino-User", List.of(user), "X-Trino-Original-User", List.of(original));

    assertThat(read(headers, credential))
        .extracting(AssumedIdentity::id)
        .containsExactly(expected == null ? new String[0] : expected.split(" ", -1));
  }

  @Test
  void nobodyIsPutOnWithoutSuchHeaders() {
    assertThat(read(Map.of("X-User", List.of("alice")), CredentialUse.NONE)).isEmpty();
  }

  private static List<AssumedIdentity> read(
      Map<String, List<String>> headers, CredentialUse credential) {
    HeaderSource source =
        new HeaderSource() {
          @Override
          public String get(String name) {
            return headers.containsKey(name) ? headers.get(name).get(0) : null;
          }

          @Override
          public List<String> all(String name) {
            return headers.getOrDefault(name, List.of());
          }
        };
    return ImpersonationReader.read(source, "trino.example", credential);
  }
}
