/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTableTest {
  private static final String RECORD =
      """
      {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c",\
      "name":"INSERT refunds","startTimeUnixNano":"1800000000123000000","attributes":[\
      {"key":"executor.initiator.id","value":{"stringValue":"oauth:https://id.example.com#alice"}},\
      {"key":"executor.initiator.type","value":{"stringValue":"human"}},\
      {"key":"executor.id","value":{"stringValue":"agent:support-bot"}},\
      {"key":"executor.type","value":{"stringValue":"ai_agent"}},\
      {"key":"executor.authority.id","value":{"stringValue":"postgresql:app_rw@127.0.0.1:5432"}},\
      {"key":"executor.authority.type","value":{"stringValue":"db_role"}},\
      {"key":"executor.credential.kind","value":{"stringValue":"db_password"}},\
      {"key":"executor.authority.scopes","value":{"arrayValue":{"values":[\
      {"stringValue":"role:a"},{"stringValue":"role:b"}]}}},\
      {"key":"executor.reach.system","value":{"stringValue":"postgresql"}},\
      {"key":"executor.reach.access","value":{"stringValue":"write"}},\
      {"key":"executor.record.sequence","value":{"intValue":"1"}}]}]}]}]}
      """;

  @TempDir Path folder;

  @Test
  void printsEachNounOfARecord() throws IOException {
    assertThat(table(RECORD))
        .containsSubsequence("when", "initiator", "executor", "authority", "scopes", "reach")
        .containsSubsequence(
            "08:00:00", "alice (human)", "app_rw by", "role:a", "INSERT refunds", "write")
        .contains("agent:support-bot", "db_password");
  }

  @Test
  void leavesOutSpansThatAreNoRecords() throws IOException {
    assertThat(table(RECORD.replace("executor.record.sequence", "http.route")))
        .doesNotContain("alice");
  }

  @Test
  void waitsForTheRestOfALineThatIsBeingWritten() throws IOException {
    assertThat(table(RECORD + RECORD.substring(0, 200))).containsOnlyOnce("alice");
  }

  private String table(String lines) throws IOException {
    Path file = folder.resolve("records.jsonl");
    Files.writeString(file, lines);
    return RecordsTable.of(RecordsFile.read(file), ZoneOffset.UTC);
  }
}
