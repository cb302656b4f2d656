/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.Headers;
import io.executoraccounting.agent.identity.grant.GrantTable;
import io.executoraccounting.agent.identity.grant.GrantWatcher;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.GrantWatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tokens and flows as specifications print them: what a record tells of a call that presents the
 * token, in a process that nothing has arrived at.
 */
class PublishedSamplesTest {
  private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\\s*\"([^\"]+)\"");

  private static final Pattern EXPIRES_IN = Pattern.compile("\"expires_in\":\\s*(\\d+)");
  private static final Pattern EXPIRY = Pattern.compile("expires   (\\d+)");

  private static Stream<Path> files() throws Exception {
    return Files.list(Path.of(PublishedSamplesTest.class.getResource("published").toURI()))
        .filter(file -> !file.endsWith("README.txt"))
        .sorted();
  }

  static List<PublishedSample> samples() throws Exception {
    List<PublishedSample> samples = new ArrayList<>();
    for (Path file : files().toList()) {
      samples.addAll(PublishedSample.in(file.getFileName().toString(), Files.readAllLines(file)));
    }
    return samples;
  }

  @Test
  void everySpecificationHasItsSamples() throws Exception {
    for (Path file : files().toList()) {
      assertThat(PublishedSample.in("", Files.readAllLines(file))).as("%s", file).isNotEmpty();
    }
    assertThat(files()).hasSizeGreaterThanOrEqualTo(17);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void isAttributedAsItsSpecificationMeansIt(PublishedSample sample) throws IOException {
    assertThat(told(sample)).isEqualTo(sample.expected());
  }

  private static String told(PublishedSample sample) {
    if (!sample.isFlow()) {
      return told(Scene.start(), Scene.READER.fromHeaders(sample.headers()));
    }
    GrantTable grants = new GrantTable();
    Headers headers = sample.headers();
    GrantWatch watch =
        new GrantWatcher(Scene.READER, grants)
            .watch("POST", "https", headers.get("Host"), 0, sample.path(), headers);
    assertThat(watch).isNotNull();
    byte[] form = sample.requestBody().getBytes(StandardCharsets.US_ASCII);
    byte[] answer = sample.responseBody().getBytes(StandardCharsets.US_ASCII);
    watch.requestBody(form, 0, form.length);
    watch.responded(200);
    watch.responseBody(answer, 0, answer.length);
    watch.responseEnded();
    Matcher issued = ACCESS_TOKEN.matcher(sample.responseBody());
    assertThat(issued.find()).isTrue();
    CredentialUse use = Scene.READER.fromToken(issued.group(1), CredentialKind.JWT);
    return relative(told(Scene.start().lineage(grants), use), sample.responseBody());
  }

  /** An answer says how long its token lasts from now on; that is what can be expected. */
  private static String relative(String told, String answer) {
    Matcher lasting = EXPIRES_IN.matcher(answer);
    Matcher expiry = EXPIRY.matcher(told);
    if (!lasting.find() || !expiry.find()) {
      return told;
    }
    long seconds = Long.parseLong(lasting.group(1));
    long now = System.currentTimeMillis() / 1000;
    long left = Long.parseLong(expiry.group(1)) - now;
    return left > 0 && left <= seconds
        ? expiry.replaceFirst("expires   in " + seconds + " s")
        : told;
  }

  private static String told(Scene scene, CredentialUse use) {
    AccountingRecord record = scene.calls(use);
    AccountingRecord.Authority authority = record.authority();
    CredentialUse credential = authority.credential();
    List<String> lines = new ArrayList<>();
    add("executor", record.executor().id(), record.executor().type(), lines);
    add("authority", authority.id(), authority.type(), lines);
    Actor initiator = record.initiator();
    if (initiator != null) {
      add("initiator", initiator.id(), initiator.type(), lines);
    }
    add("relation", record.relation().value(), lines);
    add("chain", Scene.read(record.chain()), lines);
    add("kind", credential.kind().value(), lines);
    add("id", credential.publicId(), lines);
    add("issuer", credential.issuer(), lines);
    add("tenant", credential.tenant(), lines);
    add("audience", joined(credential.audience()), lines);
    add("scopes", joined(credential.scopes()), lines);
    add("expires", credential.expiresAt() == 0 ? null : "" + credential.expiresAt(), lines);
    add("bound", credential.binding().value().replace("none", ""), lines);
    add("client", use.client() == null ? null : use.client().id(), lines);
    add("gaps", record.gaps().stream().map(Gap::value).collect(Collectors.joining(" ")), lines);
    return String.join("\n", lines);
  }

  private static String joined(Collection<String> texts) {
    return String.join(" ", texts);
  }

  private static void add(String name, String id, IdentityType type, List<String> lines) {
    add(name, id + " (" + type.value() + ")", lines);
  }

  private static void add(String name, String value, List<String> lines) {
    if (value != null && !value.isEmpty()) {
      lines.add(name + " ".repeat(10 - name.length()) + value);
    }
  }
}
