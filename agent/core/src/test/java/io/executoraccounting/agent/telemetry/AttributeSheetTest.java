/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.ChainHop;
import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.ScopesSource;
import io.executoraccounting.spi.Via;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AttributeSheetTest {
  private static final AttributeKey<String> TEXT = AttributeKey.stringKey("executor.name");
  private static final AttributeKey<List<String>> TEXTS =
      AttributeKey.stringArrayKey("executor.authority.scopes");

  private final AttributeSheet sheet = new AttributeSheet(new Scrubber());

  @Test
  void arrayOfNothingIsWrittenWhereThatSaysSomething() {
    sheet.textsOrNone(TEXTS, List.of());
    assertThat(sheet.finish().get(TEXTS)).isEmpty();
  }

  @Test
  void arrayOfSecretsAloneIsNotAnArrayOfNothing() {
    sheet.textsOrNone(TEXTS, List.of("ghp_0123456789abcdefABCDEF"));
    assertThat(sheet.finish().get(TEXTS)).isNull();
  }

  @Test
  void cutsAStringAt256CharactersAndSaysSo() {
    sheet.text(TEXT, "a ".repeat(200));
    Attributes attributes = sheet.finish();
    assertThat(attributes.get(TEXT)).hasSize(256);
    assertThat(attributes.get(ExecutorKeys.GAPS)).containsExactly("value_truncated");
  }

  @Test
  void cutsAnArrayAt32ElementsAndSaysSo() {
    List<String> scopes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      scopes.add("s" + i);
    }
    sheet.texts(TEXTS, scopes);
    Attributes attributes = sheet.finish();
    assertThat(attributes.get(TEXTS)).isEqualTo(scopes.subList(0, 32));
    assertThat(attributes.get(ExecutorKeys.GAPS)).containsExactly("value_truncated");
  }

  @Test
  void saysNothingWhereNothingWasCut() {
    sheet.text(TEXT, "a".repeat(256));
    assertThat(sheet.finish().get(ExecutorKeys.GAPS)).isNull();
  }

  @Test
  void leavesOutWhatTheWholeSetHasNoRoomForAndSaysSo() {
    for (int i = 0; i < 20; i++) {
      sheet.text(AttributeKey.stringKey("key" + i), "word ".repeat(50));
    }
    Attributes attributes = sheet.finish();
    assertThat(attributes.get(AttributeKey.stringKey("key0"))).isNotNull();
    assertThat(attributes.get(AttributeKey.stringKey("key19"))).isNull();
    assertThat(attributes.get(ExecutorKeys.GAPS)).containsExactly("budget_exceeded");
  }

  @Test
  void dropsAndCountsWhatLooksLikeASecret() {
    sheet.text(TEXT, "Bearer abcdefgh12345678");
    sheet.texts(TEXTS, List.of("read", "ghp_0123456789abcdefABCDEF"));
    Attributes attributes = sheet.finish();
    assertThat(attributes.get(TEXT)).isNull();
    assertThat(attributes.get(TEXTS)).containsExactly("read");
    assertThat(attributes.get(ExecutorKeys.LEAK_PREVENTED)).isEqualTo(2);
  }

  @Test
  void findsASecretThatTheCutWouldHaveHidden() {
    sheet.text(TEXT, "a ".repeat(124) + "ghp_0123456789abcdefABCDEF");
    assertThat(sheet.finish().get(TEXT)).isNull();
  }

  @Test
  void whatEachRecordHasBecomesUnknownRatherThanLeak() {
    sheet.required(ExecutorKeys.ID, "ghp_0123456789abcdefABCDEF");
    assertThat(sheet.finish().get(ExecutorKeys.ID)).isEqualTo("unknown");
  }

  @Test
  void replacesControlCharacters() {
    sheet.text(TEXT, "support\nbot\u0007");
    assertThat(sheet.finish().get(TEXT)).isEqualTo("support bot ");
  }

  @Test
  void neverCutsACharacterInHalf() {
    sheet.text(TEXT, "a".repeat(255) + "\uD83D\uDE00");
    assertThat(sheet.finish().get(TEXT)).isEqualTo("a".repeat(255));
  }

  @Test
  void longChainKeepsItsFirstHopAndItsLastSeven() {
    Attributes attributes = encoded(Samples.chain(12), List.of());
    assertThat(attributes.get(ExecutorKeys.CHAIN_IDS))
        .containsExactly("hop:0", "hop:5", "hop:6", "hop:7", "hop:8", "hop:9", "hop:10", "hop:11");
    assertThat(attributes.get(ExecutorKeys.CHAIN_DEPTH)).isEqualTo(12);
    assertThat(attributes.get(ExecutorKeys.GAPS)).contains("chain_truncated");
  }

  @Test
  void chainOfEightIsWhole() {
    Attributes attributes = encoded(Samples.chain(8), List.of());
    assertThat(attributes.get(ExecutorKeys.CHAIN_IDS)).hasSize(8);
    assertThat(attributes.get(ExecutorKeys.GAPS)).isNull();
  }

  @Test
  void conventionsCannotOverwriteWhatTheRecordSays() {
    OutboundCall call =
        OutboundCall.builder("http", "GET /").convention("executor.id", "agent:forged").build();
    AttributeSheet forged = new AttributeSheet(new Scrubber());
    new RecordEncoder(Samples.attribution(Samples::plain))
        .encode(Samples.plain(Samples.call(call)), forged);
    assertThat(forged.finish().get(ExecutorKeys.ID)).isEqualTo("os:shop@orders");
  }

  @Property(seed = "20261124", tries = 300)
  void staysWithinFourKilobytesAndKeepsWhatEachRecordHas(
      @ForAll @Size(max = 12) List<@StringLength(max = 400) String> hops,
      @ForAll @Size(max = 40) List<@StringLength(max = 400) String> scopes) {
    List<ChainHop> chain = new ArrayList<>();
    for (String hop : hops) {
      chain.add(new ChainHop(hop, IdentityType.HUMAN, Via.REQUEST, hop));
    }
    Attributes attributes = encoded(chain, scopes);
    assertThat(bytes(attributes)).isLessThanOrEqualTo(AttributeSheet.MAX_BYTES);
    assertThat(attributes.get(ExecutorKeys.ID)).isNotNull();
    assertThat(attributes.get(AuthorityKeys.CREDENTIAL_KIND)).isEqualTo("jwt");
    assertThat(attributes.get(ReachKeys.ACCESS)).isNotNull();
    assertThat(attributes.get(ExecutorKeys.VERIFICATION)).isNotNull();
    assertThat(attributes.get(ExecutorKeys.CHAIN_DEPTH)).isEqualTo(hops.size());
    assertThat(attributes.get(ExecutorKeys.POLICY_VIOLATIONS))
        .containsExactly("refunds-by-refund-agents-alone");
  }

  @Property(seed = "20261124", tries = 300)
  void columnsOfAChainAreEquallyLong(
      @ForAll @Size(min = 1, max = 12) List<@StringLength(max = 60) String> hops) {
    List<ChainHop> chain = new ArrayList<>();
    for (String hop : hops) {
      chain.add(new ChainHop(hop, IdentityType.HUMAN, Via.REQUEST, null));
    }
    Attributes attributes = encoded(chain, List.of());
    int length = Math.min(hops.size(), 8);
    assertThat(attributes.get(ExecutorKeys.CHAIN_IDS)).hasSize(length);
    assertThat(attributes.get(ExecutorKeys.CHAIN_TYPES)).hasSize(length);
    assertThat(attributes.get(ExecutorKeys.CHAIN_VIA)).hasSize(length);
    assertThat(attributes.get(ExecutorKeys.CHAIN_FINGERPRINTS)).hasSize(length);
  }

  private static Attributes encoded(List<ChainHop> chain, List<String> scopes) {
    CompletedCall call = Samples.call("GET /");
    AccountingRecord plain = Samples.plain(call);
    CredentialUse credential =
        CredentialUse.builder(CredentialKind.JWT).scopes(scopes, ScopesSource.TOKEN_CLAIM).build();
    AccountingRecord record =
        new AccountingRecord(
                call,
                ExecutorIdentity.of("os:shop@orders", IdentityType.WORKLOAD),
                new AccountingRecord.Authority(
                    "os:shop@orders",
                    IdentityType.WORKLOAD,
                    plain.authority().source(),
                    credential,
                    scopes,
                    null),
                null,
                plain.relation(),
                chain,
                null,
                plain.verification(),
                plain.gaps())
            .withViolations(List.of("refunds-by-refund-agents-alone"));
    AttributeSheet sheet = new AttributeSheet(new Scrubber());
    new RecordEncoder(Samples.attribution(Samples::plain)).encode(record, sheet);
    return sheet.finish(Long.MAX_VALUE);
  }

  /** Keys and values in UTF-8; a number as eight bytes. */
  private static int bytes(Attributes attributes) {
    int[] bytes = {0};
    attributes.forEach(
        (key, value) -> {
          bytes[0] += key.getKey().length();
          if (value instanceof String text) {
            bytes[0] += text.getBytes(StandardCharsets.UTF_8).length;
          } else if (value instanceof List<?> texts) {
            for (Object text : texts) {
              bytes[0] += ((String) text).getBytes(StandardCharsets.UTF_8).length;
            }
          } else {
            bytes[0] += 8;
          }
        });
    return bytes[0];
  }
}
