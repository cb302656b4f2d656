/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.Headers;
import io.executoraccounting.agent.identity.PresentedCredentialReader;
import io.executoraccounting.agent.identity.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintCommandTest {
  private static final String CANARY = "QcAnArY7xK2pW9";

  private final InputStream in = System.in;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @TempDir Path folder;

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(printed, true, UTF_8));
    System.setErr(new PrintStream(complained, true, UTF_8));
  }

  @AfterEach
  void restore() {
    System.setIn(in);
    System.setOut(out);
    System.setErr(err);
  }

  private int run(String credential, String... options) {
    System.setIn(new ByteArrayInputStream(credential.getBytes(UTF_8)));
    String[] arguments =
        Stream.concat(Stream.of("fingerprint"), Stream.of(options)).toArray(String[]::new);
    return AgentCommand.run(new File("agent.jar"), "0.1.0", arguments);
  }

  private static byte[] bytes(int value) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) value);
    return key;
  }

  private String key(int value, String permissions) throws Exception {
    Path file = Files.write(folder.resolve("key" + value), bytes(value));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file.toString();
  }

  private static String recorded(int key, String header, String value) {
    return new PresentedCredentialReader(new Fingerprinter(bytes(key)))
        .fromHeaders(Headers.of(header, value))
        .fingerprint();
  }

  static Stream<String> credentials() {
    return Stream.of(
        TestTokens.jwt("{'iss':'https://as','sub':'u1'}"),
        TestTokens.jwt("{'sub':'spiffe://example.org/a'}"),
        "2YotnFZFEjr1zCsicMWpAA",
        "ghp_" + CANARY,
        "ya29." + CANARY,
        "sk-ant-" + CANARY);
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void fingerprintIsTheOneInARecordThatHasTheCredential(String credential) throws Exception {
    assertThat(run(credential, "--key-file", key(1, "rw-------"))).isZero();

    String fingerprint = recorded(1, "Authorization", "Bearer " + credential);
    assertThat(printed.toString(UTF_8)).startsWith(fingerprint + "  ").hasLineCount(1);
  }

  /** One text has one fingerprint, in whatever place it is presented. */
  @ParameterizedTest
  @ValueSource(
      strings = {"Authorization|DPoP ", "Authorization|token ", "Txn-Token|", "X-Api-Key|"})
  void placeWhereACredentialIsPresentedDoesNotMatter(String place) throws Exception {
    String header = place.substring(0, place.indexOf('|'));
    String scheme = place.substring(place.indexOf('|') + 1);
    String token = TestTokens.jwt("{'iss':'https://as','sub':'u1','aud':'d'}");

    run(token, "--key-file", key(1, "rw-------"));

    assertThat(printed.toString(UTF_8)).startsWith(recorded(1, header, scheme + token) + "  ");
  }

  @Test
  void signatureOfASharedAccessUrlIsItsCredential() throws Exception {
    PresentedCredentialReader reader = new PresentedCredentialReader(new Fingerprinter(bytes(1)));
    String query = "sv=2024-11-04&sr=c&sp=rl&se=2030-01-01T00%3A00%3A00Z&sig=" + CANARY + "%2Bx%3D";

    run(CANARY + "+x=", "--key-file", key(1, "rw-------"));

    assertThat(printed.toString(UTF_8))
        .startsWith(reader.fromQuery("acme.blob.core.windows.net", query).fingerprint() + "  ");
  }

  @ParameterizedTest
  @ValueSource(strings = {CANARY, CANARY + "\n", " " + CANARY + "\r\n"})
  void whiteSpaceAroundTheCredentialIsNoPartOfIt(String input) throws Exception {
    run(input, "--key-file", key(1, "rw-------"));

    assertThat(printed.toString(UTF_8))
        .startsWith(recorded(1, "Authorization", "Bearer " + CANARY));
  }

  @Test
  void everyKeyHasALineInTheOrderGiven() throws Exception {
    String one = key(1, "rw-------");
    String two = key(2, "rw-------");

    run(CANARY, "--key-file", two, "--key-file", one);

    assertThat(printed.toString(UTF_8).lines())
        .containsExactly(
            recorded(2, "Authorization", "Bearer " + CANARY) + "  " + two,
            recorded(1, "Authorization", "Bearer " + CANARY) + "  " + one);
  }

  @Test
  void configurationNamesTheKeys() throws Exception {
    Path config = folder.resolve("agent.properties");
    Files.writeString(
        config,
        "executor.fingerprint.key-file=" + key(2, "rw-------") + ", " + key(1, "rw-------"));

    assertThat(run(CANARY, "--config", config.toString())).isZero();
    assertThat(printed.toString(UTF_8)).hasLineCount(2);
  }

  @Test
  void jsonNamesFingerprintAndKey() throws Exception {
    String key = key(1, "rw-------");

    run(CANARY, "--json", "--key-file", key);

    try (JsonParser json = new JsonFactory().createParser(printed.toString(UTF_8))) {
      json.nextToken();
      json.nextToken();
      assertThat(json.nextFieldName()).isEqualTo("fingerprint");
      assertThat(json.nextTextValue()).isEqualTo(recorded(1, "Authorization", "Bearer " + CANARY));
      assertThat(json.nextFieldName()).isEqualTo("keyFile");
      assertThat(json.nextTextValue()).isEqualTo(key);
    }
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "'',there is no credential",
        "' \n',there is no credential",
        "Bearer " + CANARY + ",white space",
        "LONG,longer than what the agent reads",
      })
  void whatIsNoCredentialIsOneLineThatDoesNotShowIt(String input, String why) throws Exception {
    String credential = input.equals("LONG") ? CANARY.repeat(1000) : input;

    assertThat(run(credential, "--key-file", key(1, "rw-------"))).isEqualTo(1);
    assertThat(complained.toString(UTF_8))
        .hasLineCount(1)
        .startsWith("[executor-accounting] ")
        .contains(why)
        .doesNotContain(CANARY);
    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  @Test
  void keyThatOthersMayReadIsRefusedAsByTheAgent() throws Exception {
    assertThat(run(CANARY, "--key-file", key(1, "rw-r--r--"))).isEqualTo(1);
    assertThat(complained.toString(UTF_8)).contains("chmod 600");
  }

  @Test
  void missingKeyIsSaidToBe() {
    assertThat(run(CANARY, "--key-file", "/no/such/key")).isEqualTo(1);
    assertThat(complained.toString(UTF_8)).contains("/no/such/key");
  }

  @Test
  void withoutAnyKeyItSaysHowToNameOne() {
    assertThat(run(CANARY)).isEqualTo(1);
    assertThat(complained.toString(UTF_8)).contains("--key-file").contains("--config");
  }

  @Test
  void configurationThatCannotBeReadIsAnError() {
    assertThat(run(CANARY, "--config", "/no/such/file")).isEqualTo(1);
    assertThat(complained.toString(UTF_8)).contains("/no/such/file cannot be read");
  }

  @Test
  void credentialIsNotTakenFromTheCommandLine() {
    assertThat(run("", CANARY)).isEqualTo(2);
  }

  @Test
  void helpSaysWhereToLookTheFingerprintUp() {
    assertThat(run("", "--help")).isZero();
    assertThat(printed.toString(UTF_8))
        .contains("executor.credential.fingerprint")
        .contains("executor.chain.fingerprints");
  }
}
