/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.endtoend.program.Canary;
import io.executoraccounting.endtoend.program.CanaryProgram;
import io.executoraccounting.examples.quickstart.LocalDatabase;
import io.executoraccounting.examples.quickstart.PaymentsApi;
import io.executoraccounting.testing.otlp.OtlpReceiver;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every byte that leaves the agent, by any way, is searched for every secret. */
class CanaryIT {
  @TempDir static Path folder;
  private static byte[] privateKey;
  private static List<ReceivedSpan> spans;
  private static String everything;

  @BeforeAll
  static void run() throws Exception {
    ClientKey client = ClientKey.generate(folder);
    privateKey = client.privateKey();
    Path records = folder.resolve("records.jsonl");
    Path log = folder.resolve("agent.log");
    try (LocalDatabase database =
            LocalDatabase.start(Canary.JDBC_PASSWORD.text(), folder.resolve("postgresql.log"));
        PaymentsApi payments = PaymentsApi.start();
        OtlpReceiver receiver = OtlpReceiver.start()) {
      Program program =
          Program.start(
              folder,
              CanaryProgram.class,
              List.of(payments.url(), client.keyStore().toString(), database.url()),
              "-Dexecutor.exporter=otlp,file",
              "-Dexecutor.file.path=" + records,
              "-Dotel.exporter.otlp.endpoint=" + receiver.endpoint(),
              "-Dexecutor.human.pseudonymise=false",
              "-Dexecutor.log.level=debug",
              "-Dexecutor.log.file=" + log);
      assertThat(program.exitCode()).as(String.join("\n", program.errors())).isZero();
      assertThat(program.output())
          .isEqualTo(
              "tls 204\ntls 204\nbroken 42601\nrole 42601\nbroken 42601\nrole 42601\n"
                  + "refused 28P01\nrefused 28P01\nfinished\n");
      spans = receiver.spans().all();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.write(receiver.bytes());
      all.writeBytes(receiver.headers().toString().getBytes(StandardCharsets.UTF_8));
      all.write(Files.readAllBytes(records));
      all.write(Files.readAllBytes(log));
      all.writeBytes(String.join("\n", program.errors()).getBytes(StandardCharsets.UTF_8));
      everything = all.toString(StandardCharsets.ISO_8859_1);
    }
  }

  @ParameterizedTest
  @EnumSource(Canary.class)
  void secretIsNowhere(Canary canary) {
    assertThat(canary.traces()).noneMatch(everything::contains);
  }

  @Test
  void clientKeyIsNowhere() {
    // Any part of it would do: the key's last bytes are its private exponent's or scalar's.
    byte[] part = Arrays.copyOfRange(privateKey, privateKey.length - 24, privateKey.length);
    assertThat(everything)
        .doesNotContain(new String(part, StandardCharsets.ISO_8859_1))
        .doesNotContain(Base64.getEncoder().encodeToString(part))
        .doesNotContain(HexFormat.of().formatHex(part));
  }

  /** A search that finds nothing proves something only if there was something to find. */
  @Test
  void everySecretWasInACallThatWasRecorded() {
    assertThat(spans)
        .extracting(span -> span.string("executor.credential.kind"))
        .contains("opaque_bearer", "jwt", "basic", "api_key", "session_cookie", "db_password")
        .contains("aws_sigv4", "azure_token", "txn_token", "unknown");
    assertThat(spans).extracting(ReceivedSpan::name).contains("SELECT orders", "UPDATE orders");
    assertThat(spans)
        .flatExtracting(span -> span.strings("executor.chain.ids"))
        .contains("x509:CN=svc");
    assertThat(spans)
        .extracting(span -> span.string("executor.reach.operation"))
        .contains(
            "refresh_token",
            "authorization_code",
            "password",
            "jwt_bearer",
            "device_code",
            "client_credentials",
            "token_exchange");
  }
}
