/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever arrives, the reader answers, within bounds, and keeps secrets to itself. */
class CredentialReaderPropertiesTest {
  private static final int MAX_TOLD = 200_000;

  private final PresentedCredentialReader reader =
      new PresentedCredentialReader(Fingerprinter.random());

  @Property(seed = "20261124", tries = 400)
  void anyHeaderIsAnswered(
      @ForAll("headerNames") String name, @ForAll @StringLength(max = 3000) String value)
      throws Exception {
    assertThat(Told.by(reader.fromHeaders(Headers.of(name, value)))).hasSizeLessThan(MAX_TOLD);
  }

  @Property(seed = "20261124", tries = 400)
  void anyParametersOfAnySchemeAreAnswered(
      @ForAll("schemes") String scheme, @ForAll @StringLength(max = 3000) String value)
      throws Exception {
    CredentialUse use = reader.fromHeaders(Headers.of("Authorization", scheme + " " + value));

    assertThat(Told.by(use)).hasSizeLessThan(MAX_TOLD);
  }

  @Property(seed = "20261124", tries = 400)
  void anyBytesInAPayloadAreAnswered(@ForAll @Size(max = 5000) byte[] payload) throws Exception {
    CredentialUse use = reader.fromHeaders(Headers.bearer(token(payload)));

    assertThat(Told.by(use)).hasSizeLessThan(MAX_TOLD);
    assertThat(use.principal() == null).isEqualTo(use.gaps().contains(Gap.PRINCIPAL_UNKNOWN));
  }

  @Property(seed = "20261124", tries = 400)
  void anyJsonInAPayloadIsAnswered(@ForAll("claims") String claims) throws Exception {
    CredentialUse use = reader.fromHeaders(Headers.bearer(token(claims.getBytes("UTF-8"))));

    assertThat(Told.by(use)).hasSizeLessThan(MAX_TOLD);
    assertThat(use.actors()).hasSizeLessThanOrEqualTo(8);
    assertThat(use.scopes()).hasSizeLessThanOrEqualTo(64);
  }

  @Property(seed = "20261124", tries = 400)
  void noPartOfASecretIsTold(
      @ForAll("schemes") String scheme,
      @ForAll @AlphaChars @NumericChars @StringLength(min = 12, max = 200) String secret)
      throws Exception {
    CredentialUse use = reader.fromHeaders(Headers.of("Authorization", scheme + " " + secret));
    String fingerprint = use.fingerprint() == null ? "" : use.fingerprint();

    assertThat(Told.tellsPart(Told.by(use).replace(fingerprint, ""), secret, 8)).isFalse();
  }

  private static String token(byte[] payload) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes())
        + "."
        + encoder.encodeToString(payload)
        + ".c2ln";
  }

  @Provide
  Arbitrary<String> headerNames() {
    return Arbitraries.of(
        "Authorization", "Txn-Token", "X-Api-Key", "api-key", "X-Vault-Token", "Cookie");
  }

  @Provide
  Arbitrary<String> schemes() {
    return Arbitraries.of(
        "Bearer", "DPoP", "Basic", "token", "AWS4-HMAC-SHA256", "Negotiate", "Digest", "HOBA");
  }

  @Provide
  Arbitrary<String> claims() {
    Arbitrary<String> names =
        Arbitraries.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "jti",
            "cnf",
            "act",
            "actor",
            "principal",
            "scope",
            "roles",
            "realm_access",
            "resource_access",
            "kubernetes.io",
            "client_id",
            "gty",
            "idtyp",
            "preferred_username",
            "sub_profile",
            "job_workflow_ref");
    Arbitrary<String> leaves =
        Arbitraries.of(
            "null", "true", "1", "-1.5e300", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "[]");
    Arbitrary<String> values =
        Arbitraries.recursive(
            () -> leaves,
            inner ->
                Combinators.combine(names, inner, inner)
                    .as((name, one, two) -> "{\"" + name + "\":" + one + ",\"sub\":[" + two + "]}"),
            0,
            6);
    return Combinators.combine(names, values)
        .as((name, value) -> "\"" + name + "\":" + value)
        .list()
        .ofMaxSize(12)
        .map(members -> "{" + String.join(",", members) + "}");
  }
}
