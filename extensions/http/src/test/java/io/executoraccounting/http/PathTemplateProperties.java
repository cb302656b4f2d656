/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class PathTemplateProperties {
  @Property(seed = "20261124")
  void isAppliedTwiceAsOnce(@ForAll @StringLength(max = 600) String anything) {
    String once = PathTemplate.of(anything);
    assertThat(PathTemplate.of(once)).isEqualTo(once);
  }

  @Property(seed = "20261124")
  void isAppliedTwiceAsOnceToPaths(@ForAll("paths") String path) {
    String once = PathTemplate.of(path);
    assertThat(PathTemplate.of(once)).isEqualTo(once);
  }

  @Property(seed = "20261124")
  void staysWithinItsBounds(@ForAll("paths") String path) {
    String template = PathTemplate.of(path);
    assertThat(template).hasSizeBetween(1, 200);
    assertThat(template.chars().filter(c -> c == '/').count()).isLessThanOrEqualTo(17);
  }

  @Property(seed = "20261124")
  void keepsNoSecret(@ForAll("secrets") String secret, @ForAll("paths") String before) {
    assertThat(PathTemplate.of(before + "/" + secret + "/settings")).doesNotContain(secret);
  }

  @Property(seed = "20261124")
  void keepsNoSecretBehindAWord(@ForAll("secrets") String secret) {
    assertThat(PathTemplate.of("/session-" + secret)).doesNotContain(secret);
    assertThat(PathTemplate.of("/" + secret + ".json")).doesNotContain(secret);
    assertThat(PathTemplate.of("/session;token=" + secret)).doesNotContain(secret);
    assertThat(PathTemplate.of("/session?token=" + secret)).doesNotContain(secret);
  }

  @Property(seed = "20261124")
  void keepsNoEmailAddress(
      @ForAll("names") String local, @ForAll("names") String domain, @ForAll boolean encoded) {
    String address = local + (encoded ? "%40" : "@") + domain + ".example";
    assertThat(PathTemplate.of("/users/" + address + "/mails"))
        .doesNotContain(local + "@")
        .isEqualTo("/users/{email}/mails");
  }

  @Property(seed = "20261124")
  void keepsNoNumber(@ForAll long id) {
    assertThat(PathTemplate.of("/orders/" + id)).isEqualTo("/orders/{id}");
  }

  @Property(seed = "20261124")
  void keepsNoUuid(@ForAll long high, @ForAll long low) {
    assertThat(PathTemplate.of("/files/" + new UUID(high, low))).isEqualTo("/files/{uuid}");
  }

  @Property(seed = "20261124")
  void keepsNoUlid(@ForAll("ulids") String ulid) {
    assertThat(PathTemplate.of("/items/" + ulid)).isEqualTo("/items/{id}");
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> words =
        Arbitraries.of("api", "v1", "users", "orders-by-region", "{id}", ".well-known", "a%20b");
    Arbitrary<String> any = Arbitraries.strings().ascii().ofMaxLength(70);
    return Arbitraries.oneOf(words, any, secrets())
        .list()
        .ofMaxSize(24)
        .map(segments -> "/" + String.join("/", segments));
  }

  /** What generators of keys and tokens make: at least three digits among letters and marks. */
  @Provide
  Arbitrary<String> secrets() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .withCharRange('0', '9')
            .withChars('-', '_')
            .ofMinLength(12)
            .ofMaxLength(80);
    Arbitrary<List<Character>> digits = Arbitraries.chars().range('0', '9').list().ofSize(3);
    return text.flatMap(
        random ->
            digits.map(
                three -> "k" + three.get(0) + random + three.get(1) + "x" + three.get(2) + "z"));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(20);
  }

  @Provide
  Arbitrary<String> ulids() {
    return Arbitraries.strings()
        .withChars("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        .ofLength(25)
        .map(tail -> "0" + tail);
  }
}
