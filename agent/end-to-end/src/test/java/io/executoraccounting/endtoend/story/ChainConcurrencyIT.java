/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.endtoend.RecordText;
import io.executoraccounting.endtoend.SequenceNumbers;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 64 people ask the bot at once: each turn gets new tokens, puts roles on connections of a pool
 * that is too small for all, and leaves roles behind. Each request is a trace of its own, by which
 * a record is matched with who caused it.
 */
class ChainConcurrencyIT {
  private static final int ROUNDS = 4;

  private static Map<String, Request> requests;
  private static List<ReceivedSpan> spans;
  private static String issuer;

  @BeforeAll
  static void askAtOnce() throws Exception {
    try (StoryWorld world = StoryWorld.start("chain-concurrency")) {
      issuer = world.identityUrl();
      try (StoryProgram support =
          world.support("-DDB_POOL=8", "-Dexecutor.human.pseudonymise=false")) {
        requests = askAll(world, support.awaitUrl());
      }
      spans = world.receiver.spans().all();
    }
  }

  @Test
  void everyRecordNamesWhoAskedAsItsInitiator() {
    assertThat(records())
        .filteredOn(
            record ->
                !cause(record).person().equals(record.string("executor.initiator.id"))
                    || !cause(record).person().equals(record.strings("executor.chain.ids").get(0)))
        .isEmpty();
  }

  @Test
  void everyExchangedTokenHasTheChainOfItsOwnExchange() {
    List<ReceivedSpan> delegated =
        records().stream()
            .filter(one -> one.name().equals("POST /tickets") || one.name().equals("GET /articles"))
            .toList();

    assertThat(delegated).hasSize(2 * StoryWorld.USERS * ROUNDS);
    assertThat(delegated)
        .allSatisfy(
            record -> {
              String person = cause(record).person();
              assertThat(record.string("executor.authority.id")).isEqualTo(person);
              assertThat(record.string("executor.initiator.relation")).isEqualTo("delegated");
              assertThat(record.strings("executor.chain.ids"))
                  .containsExactly(
                      person,
                      "os:" + System.getProperty("user.name") + "@support",
                      "agent:SupportBot",
                      "oauth:" + issuer + "#support-bot");
              assertThat(record.strings("executor.chain.fingerprints"))
                  .endsWith(record.string("executor.credential.fingerprint"));
            });
    assertThat(delegated)
        .extracting(record -> record.string("executor.credential.fingerprint"))
        .doesNotHaveDuplicates();
  }

  /** One token a person, and no two with the same. */
  @Test
  void everyChainBeginsWithTheTokenOfWhoAsked() {
    Map<String, List<String>> tokens =
        records().stream()
            .collect(
                Collectors.groupingBy(
                    record -> cause(record).person(),
                    TreeMap::new,
                    Collectors.mapping(
                        record -> record.strings("executor.chain.fingerprints").get(0),
                        Collectors.collectingAndThen(
                            Collectors.toSet(), set -> List.copyOf(set)))));

    assertThat(tokens).hasSize(StoryWorld.USERS);
    assertThat(tokens.values()).allSatisfy(one -> assertThat(one).hasSize(1));
    assertThat(tokens.values().stream().flatMap(List::stream)).doesNotHaveDuplicates();
  }

  @Test
  void everyStatementNamesTheRoleThatTheDatabaseItselfNames() {
    assertThat(records())
        .filteredOn(record -> record.name().endsWith(" payments"))
        .hasSizeGreaterThan(3 * StoryWorld.USERS * ROUNDS)
        .allSatisfy(
            record ->
                assertThat(record.string("executor.authority.id"))
                    .as(record.name() + " of " + cause(record))
                    .startsWith("postgresql:" + cause(record).role() + "@"));
  }

  /** What makes the test one: roles were left, and were found by others. */
  @Test
  void someFoundTheRoleThatAnotherLeft() {
    assertThat(records())
        .filteredOn(record -> record.strings("executor.gaps").contains("context_stale"))
        .isNotEmpty()
        .allMatch(record -> record.name().equals("SELECT payments") || record.name().equals("SET"));
  }

  @Test
  void noRecordIsLost() {
    SequenceNumbers numbers = SequenceNumbers.of(spans);

    assertThat(numbers.dropped()).isZero();
    assertThat(numbers.unaccounted()).isEmpty();
  }

  private static List<ReceivedSpan> records() {
    return spans.stream()
        .filter(span -> span.sequence() != null && cause(span) != null)
        .filter(span -> !span.name().equals("GET /oauth2/jwks"))
        .toList();
  }

  private static Request cause(ReceivedSpan record) {
    return requests.get(RecordText.traceId(record));
  }

  private static Map<String, Request> askAll(StoryWorld world, String url) throws Exception {
    Map<String, Request> sent = new ConcurrentHashMap<>();
    List<Callable<Void>> people = new ArrayList<>();
    for (int i = 0; i < StoryWorld.USERS; i++) {
      int number = i;
      Person person = Person.logIn(issuer, "user-" + i, "support:ask tickets:write kb:read");
      people.add(
          () -> {
            for (int round = 0; round < ROUNDS; round++) {
              ask(person, url, number + 1, sent);
              if (number % 8 == round) {
                leaveRole(person, url, sent);
              }
              look(person, url, number + 1, sent);
              look(person, url, number + 1, sent);
            }
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(StoryWorld.USERS);
    try {
      for (Future<Void> done : threads.invokeAll(people)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return sent;
  }

  private static void ask(Person person, String url, int payment, Map<String, Request> sent)
      throws Exception {
    String trace = newTrace();
    person.send("POST", url + "/payments/" + payment + "/questions", trace);
    sent.put(trace, new Request(id(person), "payments_writer"));
  }

  private static void leaveRole(Person person, String url, Map<String, Request> sent)
      throws Exception {
    String trace = newTrace();
    person.send("GET", url + "/notes/count", trace);
    sent.put(trace, new Request(id(person), "payments_auditor"));
  }

  /** The answer says by which role it was read. */
  private static void look(Person person, String url, int payment, Map<String, Request> sent)
      throws Exception {
    String trace = newTrace();
    String answer = person.send("GET", url + "/payments/" + payment + "/notes", trace);
    sent.put(trace, new Request(id(person), answer.substring(answer.lastIndexOf(' ') + 1)));
  }

  private static String id(Person person) {
    return "oauth:" + issuer + "#" + person.name();
  }

  private static String newTrace() {
    byte[] id = new byte[16];
    ThreadLocalRandom.current().nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  /**
   * @param role that the database had in force for it
   */
  private record Request(String person, String role) {}
}
