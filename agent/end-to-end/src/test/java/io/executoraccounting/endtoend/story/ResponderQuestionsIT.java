/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ten questions of a responder, asked of the files that the stories' programs wrote, in the
 * words of {@code docs/questions.md}; what really happened is known, and is the answer.
 */
class ResponderQuestionsIT {
  private static final String DEPLOYER = "arn:aws:sts::123456789012:assumed-role/deployer";
  private static final String DEPLOY_JOB =
      "github-actions:acme/shop/.github/workflows/deploy.yml@refs/heads/main";

  private static Stories stories;
  private static Questions questions;

  @BeforeAll
  static void open() throws Exception {
    stories = Stories.run();
    questions = Questions.of(stories.folder().resolve("records-*.jsonl"));
  }

  @AfterAll
  static void close() throws SQLException {
    questions.close();
  }

  @Test
  void whichExecutorTouchedPaymentsThen() throws SQLException {
    questions
        .set("dataset", "'payments'")
        .set("since", "now()::TIMESTAMP - INTERVAL 1 HOUR")
        .set("until", "now()::TIMESTAMP");

    assertThat(
            questions.ask("who-touched", "executor, split_part(authority, '@', 1), access, calls"))
        .containsExactly(
            "agent:SupportBot | postgresql:payments_writer | write | 1",
            service("support") + " | postgresql:app_rw | read | 1",
            service("support") + " | postgresql:payments_auditor | read | 2");
  }

  @Test
  void nobodyTouchedPaymentsBefore() throws SQLException {
    questions
        .set("dataset", "'payments'")
        .set("since", "TIMESTAMP '2020-01-01 00:00:00'")
        .set("until", "TIMESTAMP '2020-01-02 00:00:00'");

    assertThat(questions.ask("who-touched", "executor")).isEmpty();
  }

  @Test
  void whatTheLeakedTokenDid() throws Exception {
    leaked(stories.alice().token());

    assertThat(questions.ask("leaked-token", "executor, name, how"))
        .contains(
            "agent:SupportBot | POST /tickets | behind",
            "agent:SupportBot | UPDATE payments | behind")
        .noneMatch(row -> row.contains("SELECT payments"));
  }

  @Test
  void whereTheLeakedTokenWasPresented() throws Exception {
    leaked(Secret.INSTALLATION_TOKEN.text());

    assertThat(questions.ask("leaked-token", "service, executor, name, how"))
        .containsExactly("coding | agent:code-writer | POST /repos/acme/shop/pulls | presented");
  }

  @Test
  void whatElseTheTokenCouldReachAndWhichScopesWereNeverUsed() throws Exception {
    leaked(stories.alice().token());

    assertThat(questions.ask("never-used", "what, which"))
        .containsExactly(
            "reached by other credentials of the same holder | read postgresql 127.0.0.1 payments",
            "scope never lent on | support:ask");
  }

  /** The backup account is none that the rule knows. */
  @Test
  void whichActionsRanUnderAnIdentityThatWasNotExpected() throws SQLException {
    assertThat(
            questions.query(
                "SELECT DISTINCT service, name, split_part(authority, '#', 2), violations FROM ("
                    + questions.sql("not-expected").replace(";", "")
                    + ") WHERE len(violations) > 0"))
        .containsExactly("sync | GET /customers | data-sync-backup | [customers-account]");
  }

  @Test
  void thePersonHadTheRightToOpenTheTicket() throws SQLException {
    questions.set("dataset", "'/tickets'");

    assertThat(questions.ask("whose-right", "whose")).containsExactly("the person's, lent");
  }

  @Test
  void onlyTheServiceAccountHadTheRightToWritePayments() throws SQLException {
    questions.set("dataset", "'payments'");

    assertThat(questions.ask("whose-right", "split_part(authority, '@', 1), whose"))
        .containsExactly("postgresql:payments_writer | the service account's alone");
  }

  @Test
  void whenAndWhyTheSyncsAuthorityChanged() throws SQLException {
    assertThat(
            questions.query(
                "SELECT change, split_part(previous, '#', 2), split_part(authority, '#', 2),"
                    + " after_error FROM ("
                    + questions.sql("changes").replace(";", "")
                    + ") WHERE service = 'sync' AND change = 'failover' AND name LIKE 'GET%'"))
        .containsExactly("failover | data-sync | data-sync-backup | POST /oauth2/token: 401");
  }

  @Test
  void whichServicesShareOneCredential() throws Exception {
    assertThat(questions.ask("shared", "fingerprint, kind, services"))
        .containsExactly(
            stories.fingerprint(Secret.AUDIT_API_KEY.text()) + " | api_key | [coding, support]");
  }

  /** What its holder did with it, and what the second role did that it was got for. */
  @Test
  void whatBreaksWhenTheFirstRoleIsRevoked() throws SQLException {
    questions.set("revoked", "['" + DEPLOYER + "']");

    assertThat(questions.ask("breaks", "service, executor, system, operation"))
        .containsExactlyInAnyOrder(
            "deploy | " + DEPLOY_JOB + " | aws.s3 | PUT",
            "deploy | " + DEPLOY_JOB + " | aws.sts | AssumeRole",
            "deploy | " + DEPLOY_JOB + " | aws.ecr | PutImage");
  }

  @Test
  void whichAgentRunAndToolOpenedThePullRequest() throws SQLException {
    questions.set("dataset", "'/repos/acme/shop/pulls'");

    assertThat(questions.ask("agent-run", "executor, agent_tool, trace_id"))
        .containsExactly("agent:code-writer | open_pull_request | " + Stories.DANA_TRACE);
  }

  /**
   * Nobody checked who the job and the sync are; their calls are weaker evidence than requests'.
   */
  @Test
  void whichRecordsAreWeakEvidence() throws SQLException {
    assertThat(
            questions.query(
                "SELECT DISTINCT unnest(services) AS service FROM ("
                    + questions.sql("weak").replace(";", "")
                    + ") WHERE verification IN ('asserted', 'inferred') ORDER BY service"))
        .contains("deploy", "sync");
  }

  @Test
  void noRecordWasLost() throws SQLException {
    assertThat(questions.ask("lost", "service, lost")).isEmpty();
  }

  @Test
  void lostRecordIsMissed(@TempDir Path folder) throws Exception {
    List<String> lines = Files.readAllLines(stories.folder().resolve("records-sync.jsonl"));
    Files.write(folder.resolve("records-sync.jsonl"), lines.subList(1, lines.size()));
    try (Questions damaged = Questions.of(folder.resolve("records-*.jsonl"))) {
      assertThat(damaged.ask("lost", "service, lost > 0")).containsExactly("sync | true");
    }
  }

  private static void leaked(String token) throws IOException, InterruptedException, SQLException {
    questions.set("tokens", "['" + stories.fingerprint(token) + "']");
  }

  private static String service(String name) {
    return "os:" + System.getProperty("user.name") + "@" + name;
  }
}
