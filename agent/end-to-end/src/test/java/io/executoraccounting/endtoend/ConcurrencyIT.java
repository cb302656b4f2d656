/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.executoraccounting.examples.quickstart.OrdersService;
import io.executoraccounting.examples.quickstart.TokenIssuer;
import io.executoraccounting.testing.otlp.OtlpReceiver;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 64 users with a token each call at once, 20,000 times in all. Each request is a trace of its own,
 * by which a record is matched with the user who caused it.
 */
class ConcurrencyIT {
  private static final int USERS = 64;
  private static final int REQUESTS = 20_000;
  private static final Path VIRTUAL_JAVA = Path.of(System.getProperty("virtual-threads.java.home"));
  private static final boolean VIRTUAL = feature(VIRTUAL_JAVA) >= 21;

  private static Surroundings surroundings;

  @BeforeAll
  static void start() throws IOException {
    surroundings = Surroundings.start("concurrency");
  }

  @AfterAll
  static void stop() throws IOException {
    surroundings.close();
  }

  @Test
  void everyRecordNamesTheUserOfItsRequestOnPlatformThreads() throws Exception {
    attributesAll(BuiltJars.JAVA_HOME, false, VIRTUAL ? REQUESTS / 2 : REQUESTS);
  }

  @Test
  void everyRecordNamesTheUserOfItsRequestOnVirtualThreads() throws Exception {
    assumeTrue(VIRTUAL, "-Dvirtual-threads.java.home names no JDK of 21 or newer");
    attributesAll(VIRTUAL_JAVA, true, REQUESTS / 2);
  }

  private static void attributesAll(Path java, boolean virtualThreads, int requests)
      throws Exception {
    String run = virtualThreads ? "virtual" : "platform";
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Map<String, Expected> expected = new ConcurrentHashMap<>();
      try (OrdersService service =
          surroundings.service(
              run,
              java,
              Map.of("SPRING_THREADS_VIRTUAL_ENABLED", String.valueOf(virtualThreads)),
              "-javaagent:" + BuiltJars.AGENT,
              "-Dotel.service.name=orders",
              "-Dotel.exporter.otlp.endpoint=" + receiver.endpoint(),
              "-Dexecutor.human.pseudonymise=false")) {
        callAtOnce(service, expected, requests);
        int records = expected.values().stream().mapToInt(one -> one.request.records()).sum();
        receiver
            .spans()
            .await(
                all ->
                    all.stream()
                            .filter(
                                span ->
                                    expected.containsKey(RecordText.traceId(span))
                                        && span.sequence() != null)
                            .count()
                        >= records,
                Duration.ofSeconds(30));
      }
      List<ReceivedSpan> records =
          receiver.spans().all().stream().filter(span -> span.sequence() != null).toList();
      assertThat(wronglyAttributed(records, expected)).isEmpty();
      assertThat(reachedBy(records, expected)).isEqualTo(expectedReach(expected));
      SequenceNumbers numbers = SequenceNumbers.of(receiver.spans().all());
      assertThat(numbers.exported()).isEqualTo(records.size());
      assertThat(numbers.dropped()).isZero();
      assertThat(numbers.unaccounted()).isEmpty();
    }
  }

  private static void callAtOnce(
      OrdersService service, Map<String, Expected> expected, int requests) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(USERS);
    try {
      List<Callable<Void>> users = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        int user = i;
        Caller caller =
            user % 2 == 0
                ? Caller.person(surroundings.issuer, "user-" + user)
                : Caller.agent(surroundings.issuer, "user-" + user, "bot-" + user);
        int share = requests / USERS + (user < requests % USERS ? 1 : 0);
        users.add(
            () -> {
              for (int n = 0; n < share; n++) {
                Request request = n % 10 == 9 ? Request.REFUND : Request.READ;
                String url = service.url() + request.path(user + 1);
                expected.put(caller.send(request.method, url), new Expected(caller, request));
              }
              return null;
            });
      }
      for (Future<Void> done : clients.invokeAll(users)) {
        done.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  /** Who caused the request must be who the record names; the token sent on must be theirs. */
  private static Set<String> wronglyAttributed(
      List<ReceivedSpan> records, Map<String, Expected> expected) {
    Set<String> wrong = new TreeSet<>();
    for (ReceivedSpan record : records) {
      Expected cause = expected.get(RecordText.traceId(record));
      if (cause != null && !cause.explains(record)) {
        wrong.add(cause + " but " + record.name() + " " + record.attributes());
      }
    }
    return wrong;
  }

  private static Map<String, List<String>> reachedBy(
      List<ReceivedSpan> records, Map<String, Expected> expected) {
    return records.stream()
        .filter(record -> expected.containsKey(RecordText.traceId(record)))
        .filter(record -> !record.name().equals("GET /jwks"))
        .collect(
            Collectors.groupingBy(
                RecordText::traceId,
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.mapping(ReceivedSpan::name, Collectors.toList()),
                    names -> names.stream().sorted().toList())));
  }

  private static Map<String, List<String>> expectedReach(Map<String, Expected> expected) {
    Map<String, List<String>> reach = new TreeMap<>();
    expected.forEach(
        (trace, one) -> reach.put(trace, one.request.reach.stream().sorted().toList()));
    return reach;
  }

  private static int feature(Path javaHome) {
    try (var lines = Files.lines(javaHome.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("^JAVA_VERSION=\"(?:1\\.)?(\\d+).*", "$1"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private enum Request {
    READ("GET", "/orders/%d", List.of("SELECT orders", "GET /v1/payments/{id}")),
    REFUND(
        "POST",
        "/orders/%d/refunds",
        List.of(
            "SELECT orders",
            "POST /oauth/token",
            "POST /v1/refunds",
            "INSERT refunds",
            "POST /tickets"));

    final String method;
    private final String path;
    final List<String> reach;

    Request(String method, String path, List<String> reach) {
      this.method = method;
      this.path = path;
      this.reach = reach;
    }

    String path(int order) {
      return String.format(path, order);
    }

    int records() {
      return reach.size();
    }
  }

  private record Expected(Caller caller, Request request) {
    boolean explains(ReceivedSpan record) {
      return id(caller.person()).equals(record.string("executor.initiator.id"))
          && actor(record.name()).equals(record.string("executor.id"))
          && (!record.name().startsWith("GET /v1/payments")
              || caller.tokenId().equals(record.string("executor.credential.id")));
    }

    /** The service itself where the token says so, or where no agent stands before it. */
    private String actor(String call) {
      if (call.equals("POST /v1/refunds")) {
        return id("orders-service");
      }
      return caller.agent() == null
          ? "os:" + System.getProperty("user.name") + "@orders"
          : id(caller.agent());
    }

    private static String id(String name) {
      return "oauth:" + TokenIssuer.ISSUER + "#" + name;
    }

    @Override
    public String toString() {
      return request + " by " + caller.person() + " through " + caller.agent();
    }
  }
}
