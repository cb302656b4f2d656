/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "canary",
        "[]",
        "{}",
        "{'keys':7}",
        "{'keys':[]}",
        "{'keys':[7]}",
        "{'keys':[{'kty':'oct','k':'Y2FuYXJ5LWNhbmFyeS1jYW5hcnktY2FuYXJ5','kid':'a'}]}",
        "{'keys':[{'kty':'canary'}]}",
        "{'keys':[{'kty':'RSA','n':'canary','e':'AQAB'}]}",
        "{'keys':[{'kty':'EC','crv':'P-256','x':'AAAA','y':'AAAA'}]}",
        "{'keys':[{'kty':'OKP','crv':'Ed25519','x':'AAAA'}]}",
        "<html>canary</html>",
        "DEEP",
      })
  void whatIsNoKeySetIsOneLineThatDoesNotShowIt(String text) {
    String json =
        text.equals("DEEP") ? "{\"keys\":" + "[".repeat(100_000) : text.replace('\'', '"');

    assertThatThrownBy(() -> KeySetParser.parse(json.getBytes(UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("it ")
        .hasMessageNotContaining("canary");
  }

  @Test
  void keyThatCannotBeUsedDoesNotSpoilTheOthers() throws Exception {
    String set = new String(Signing.keySet(Signing.RSA), UTF_8);
    String strange = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AAAA\",\"y\":\"AAAA\"},";
    String mixed = set.replace("[", "[" + strange);

    assertThat(KeySetParser.parse(mixed.getBytes(UTF_8)).keys()).hasSize(1);
  }
}
