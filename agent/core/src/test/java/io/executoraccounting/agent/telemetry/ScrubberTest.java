/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {
  private static final String ANY_KEY = "executor.reach.resource";

  private final Scrubber scrubber = new Scrubber();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        "prefix eyJhbGciOiJIUzI1NiIs suffix",
        "Bearer abcdefgh12345678",
        "authorization: bearer abcdefgh12345678",
        "DPoP abcdefgh12345678",
        "Basic dXNlcjpwYXNzd29yZA==",
        "basic YTpi",
        "ghp_0123456789abcdefABCDEF0123456789abcd",
        "gho_0123456789abcdefABCDEF",
        "ghs_0123456789abcdefABCDEF",
        "github_pat_11AAAAAAA0abcdefghijklm",
        "xoxb-1234567890-abcdef",
        "xoxp-1234567890-abcdef",
        "sk-ant-" + "api03-abcdefghijkl",
        "sk-proj-abcdefghijklmnop1234",
        "sk-abcdefghijklmnopqrstuvwxyz012345",
        "sk_live_abcdefghij",
        "hvs.CAESIJabcdefghijkl",
        "glpat-abcdefghijklmnopqrst",
        "ya29.a0AfH6SMBabcdefghij",
        "AIzaSyA-abcdefghijklmnopqrstuvwxyz01234",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN CERTIFICATE-----MIIB",
        "https://user:password@host/path",
        "https://token@host/path",
        "postgres://app_rw:pw@db:5432/orders",
        "jdbc:oracle:thin:scott/tiger@db:1521:orcl",
        "jdbc:postgresql://db/orders?user=a&password=b",
        "jdbc:sqlserver://db;user=sa;PASSWORD=b",
        "https://host/path?page=2",
        "Server=db;AccountKey=abc",
        "access_token=abc",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "IQoJb3JpZ2luX2VjEAAaCXVzLWVhc3QtMSJ",
        "9f86d081884c7d659a2feaa0c55ad015",
        "a3f5c9d27e0b4186a3f5c9d27e0b4186a3f5c9d2",
        "Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZmdoaWprbG0Tq9",
        "k3j5h2k3j5h2k3jx9z8y7w6v5u4t3s2r1q0p",
      })
  void dropsWhatLooksLikeASecret(String value) {
    assertThat(scrubber.isSecret(ANY_KEY, value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agent:support-bot",
        "spiffe://example.org/ns/payments/sa/billing-service",
        "k8s:production/orders-service-account-for-batch",
        "arn:aws:sts::123456789012:assumed-role/deployer/session",
        "gcp:orders-writer@my-project-123456.iam.gserviceaccount.com",
        "os:shop@orders",
        "oauth:https://idp.example.com/realms/acme#shop",
        "550e8400-e29b-41d4-a716-446655440000",
        "/api/v1/customers/{id}/invoices/{id}/attachments",
        "orders_archive_20240101_20240131_partition_00012",
        "com.acme.billing.internal.HttpInvoiceRepositoryImplV2",
        "org.springframework.web.client.HttpClientErrorException$NotFound",
        "SELECT customer_order_line_items_with_discounts",
        "https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0",
        "tickets:read",
        "https://www.googleapis.com/auth/cloud-platform.read-only",
        "role:ROLE_ORGANISATION_ADMINISTRATOR_EUROPE_WEST",
        "AKIAIOSFODNN7EXAMPLE",
        "ip-10-0-12-34.eu-west-1.compute.internal",
        "orders-7d9f8b6c5d-x2x7z.orders.svc.cluster.local",
        "/sk-SK/produkty/prehlad/zoznam/podrobnosti",
        "disk-encryption-configuration-for-production",
        "Basic Authentication",
        "basic plan of the service",
        "the bearer of it",
        "jdbc:postgresql://db.prod.example.com:5432/orders",
        "java.sql.SQLInvalidAuthorizationSpecException",
      })
  void keepsWhatRecordsAreMadeOf(String value) {
    assertThat(scrubber.isSecret(ANY_KEY, value)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "executor.credential.fingerprint, h1:k1a2b3c4:Zm9vYmFyMTIzNDU2Nzg5MA",
    "executor.credential.id, 9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015",
    "executor.chain.fingerprints, h1:k1a2b3c4:Zm9vYmFyMTIzNDU2Nzg5MA",
    "executor.chain.digest, h1:k1a2b3c4:Zm9vYmFyMTIzNDU2Nzg5MA",
    "executor.authority.audience, 123456789012-abc123def456ghi789jkl012mno345pq.apps.google",
    "executor.id, oauth:https://acme.auth0.com/#AbC123dEf456GhI789jKl012MnO345pQ",
    "gen_ai.agent.id, oauth:https://acme.auth0.com/#AbC123dEf456GhI789jKl012MnO345pQ",
    "executor.authority.id, oauth:https://acme.auth0.com/#AbC123dEf456GhI789jKl012MnO345pQ",
  })
  void keepsPublicIdsAndHashesWhereTheyBelong(String key, String value) {
    assertThat(scrubber.isSecret(key, value)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "executor.credential.id, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
    "executor.id, oauth:https://idp#ghp_0123456789abcdefABCDEF",
    "executor.authority.id, basic:9f86d081884c7d659a2feaa0c55ad0159f86d081",
    "executor.chain.digest, Bearer abcdefgh12345678",
  })
  void noKeyIsOpenToASecretsShape(String key, String value) {
    assertThat(scrubber.isSecret(key, value)).isTrue();
  }

  @Property(seed = "20261124")
  void dropsRandomHexOfAnyLength(@ForAll Random random) {
    byte[] bytes = new byte[16 + random.nextInt(48)];
    random.nextBytes(bytes);
    assertThat(scrubber.isSecret(ANY_KEY, HexFormat.of().formatHex(bytes))).isTrue();
  }

  @Property(seed = "20261124")
  void dropsBearerTokensWhateverTheyAre(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 8, max = 300) String token) {
    assertThat(scrubber.isSecret(ANY_KEY, "Bearer " + token)).isTrue();
  }

  @Property(seed = "20261124")
  void keepsLowerCaseWordsOfAnyLength(
      @ForAll @LowerChars @StringLength(min = 1, max = 256) String word) {
    assertThat(scrubber.isSecret(ANY_KEY, "x" + word)).isFalse();
  }

  @Property(seed = "20261124")
  void keepsUuids(@ForAll long high, @ForAll long low) {
    assertThat(scrubber.isSecret(ANY_KEY, "id " + new UUID(high, low))).isFalse();
  }

  @Property(seed = "20261124")
  void neverThrows(@ForAll String value) {
    assertThat(scrubber.isSecret("url.query", value + "12345678")).isTrue();
    scrubber.isSecret(ANY_KEY, value);
  }

  @Test
  void missesAlmostNoRandomBase64() {
    Random random = new Random(42);
    int missed = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      missed += scrubber.isSecret(ANY_KEY, token) ? 0 : 1;
    }
    assertThat(missed).isLessThan(100);
  }
}
