/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.bootstrap.FrameContext;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.bootstrap.TaskCarrier;
import io.executoraccounting.testing.WovenAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A callback belongs to who registered it, whichever thread completes the future. */
class CompletableFutureTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new TaskExecutorExtension());

  /** Completes the futures of everybody, as an I/O thread does. */
  private final ExecutorService io = Executors.newSingleThreadExecutor();

  @BeforeEach
  void forgetEarlierTests() {
    TaskCarrier.clear();
  }

  @AfterEach
  void stop() throws InterruptedException {
    io.shutdown();
    assertThat(io.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  static List<Function<CompletableFuture<String>, CompletableFuture<String>>> callbacks() {
    CompletableFuture<String> done = CompletableFuture.completedFuture("");
    CompletableFuture<String> never = new CompletableFuture<>();
    List<Function<CompletableFuture<String>, CompletableFuture<String>>> all = new ArrayList<>();
    all.add(f -> f.thenApply(x -> Request.here()));
    all.add(f -> f.thenApplyAsync(x -> Request.here()));
    all.add(f -> f.thenApplyAsync(x -> Request.here(), Runnable::run));
    all.add(f -> f.thenCompose(x -> CompletableFuture.completedFuture(Request.here())));
    all.add(f -> f.handle((x, e) -> Request.here()));
    all.add(f -> f.thenCombine(done, (x, y) -> Request.here()));
    all.add(f -> done.thenCombine(f, (x, y) -> Request.here()));
    all.add(f -> done.thenCombineAsync(f, (x, y) -> Request.here()));
    all.add(f -> f.applyToEither(never, x -> Request.here()));
    all.add(f -> never.applyToEither(f, x -> Request.here()));
    all.add(f -> noting(here -> f.thenAccept(x -> here.complete(Request.here()))));
    all.add(f -> noting(here -> f.thenRun(() -> here.complete(Request.here()))));
    all.add(f -> noting(here -> f.whenComplete((x, e) -> here.complete(Request.here()))));
    all.add(f -> noting(here -> f.runAfterBoth(done, () -> here.complete(Request.here()))));
    all.add(f -> noting(here -> f.thenAcceptBoth(done, (x, y) -> here.complete(Request.here()))));
    all.add(f -> noting(here -> f.acceptEither(never, x -> here.complete(Request.here()))));
    all.add(f -> noting(here -> f.runAfterEither(never, () -> here.complete(Request.here()))));
    all.add(
        f ->
            f.thenApply(
                    x -> {
                      throw new IllegalStateException();
                    })
                .exceptionally(e -> Request.here())
                .thenApply(x -> (String) x));
    return all;
  }

  @ParameterizedTest
  @MethodSource("callbacks")
  void callbackRunsForItsRequest(
      Function<CompletableFuture<String>, CompletableFuture<String>> callback) throws Exception {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletableFuture<String> result;
    try (Request request = Request.of("a")) {
      result = callback.apply(source);
    }
    io.execute(() -> source.complete(""));
    assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo("a");
  }

  @ParameterizedTest
  @MethodSource("callbacks")
  void callbackOfNobodyDoesNotRunForTheRequestThatCompletesIt(
      Function<CompletableFuture<String>, CompletableFuture<String>> callback) throws Exception {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletableFuture<String> result = callback.apply(source);
    try (Request request = Request.of("a")) {
      source.complete("");
      assertThat(Request.here()).isEqualTo("a");
    }
    assertThat(result.get(10, TimeUnit.SECONDS)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("callbacks")
  void callbackOfAFutureThatIsCompleteRunsForItsRequest(
      Function<CompletableFuture<String>, CompletableFuture<String>> callback) throws Exception {
    try (Request request = Request.of("a")) {
      assertThat(callback.apply(CompletableFuture.completedFuture("")).get(10, TimeUnit.SECONDS))
          .isEqualTo("a");
    }
  }

  @Test
  void ioThreadSharedByManyRequestsMixesNone() throws Exception {
    List<CompletableFuture<String>> sources = new ArrayList<>();
    List<CompletableFuture<String>> results = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      CompletableFuture<String> source = new CompletableFuture<>();
      sources.add(source);
      try (Request request = Request.of("r" + i)) {
        results.add(source.thenApply(x -> Request.here()));
      }
    }
    io.submit(
            () -> {
              for (CompletableFuture<String> source : sources) {
                source.complete("");
                assertThat(Request.here()).isEmpty();
              }
            })
        .get(10, TimeUnit.SECONDS);
    for (int i = 0; i < results.size(); i++) {
      assertThat(results.get(i).join()).isEqualTo("r" + i);
    }
  }

  @Test
  void chainOfAsyncStepsStaysWithItsRequest() throws Exception {
    try (Request request = Request.of("a")) {
      assertThat(
              CompletableFuture.supplyAsync(Request::here)
                  .thenApplyAsync(x -> x + Request.here())
                  .thenComposeAsync(x -> CompletableFuture.supplyAsync(() -> x + Request.here()))
                  .get(10, TimeUnit.SECONDS))
          .isEqualTo("aaa");
    }
  }

  @Test
  void callbackRegisteredAfterTheRequestEndedIsNotBelieved() throws Exception {
    CompletableFuture<String> source = new CompletableFuture<>();
    Request request = Request.of("a");
    request.end();
    CompletableFuture<String> result = source.thenApply(x -> Request.here());
    request.close();
    io.execute(() -> source.complete(""));
    assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo("?");
  }

  @Test
  void exceptionOfACallbackPassesUnchanged() {
    IllegalStateException thrown = new IllegalStateException("of the application");
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletableFuture<String> result;
    try (Request request = Request.of("a")) {
      result =
          source.thenApply(
              x -> {
                throw thrown;
              });
    }
    source.complete("");
    assertThatThrownBy(result::join).isInstanceOf(CompletionException.class).hasCause(thrown);
  }

  @Test
  void whatRanLeavesNothing() throws Exception {
    int before = TaskCarrier.waiting();
    CompletableFuture<String> source = new CompletableFuture<>();
    List<CompletableFuture<?>> results = new ArrayList<>();
    try (Request request = Request.of("a")) {
      for (int i = 0; i < 100; i++) {
        results.add(source.thenApply(x -> ""));
        results.add(source.thenApplyAsync(x -> "", io));
        results.add(source.thenCombine(source, (x, y) -> ""));
      }
    }
    source.complete("");
    CompletableFuture.allOf(results.toArray(new CompletableFuture<?>[0])).get(10, TimeUnit.SECONDS);
    io.submit(() -> {}).get(10, TimeUnit.SECONDS);
    assertThat(TaskCarrier.waiting()).isLessThanOrEqualTo(before);
  }

  @Test
  void contextAroundACompletionHoldsAfterIt() {
    CompletableFuture<String> source = new CompletableFuture<>();
    try (Request request = Request.of("a")) {
      source.thenRun(() -> {});
    }
    try (Request request = Request.of("b")) {
      source.complete("");
      assertThat(Request.here()).isEqualTo("b");
    }
    assertThat(FrameStack.current()).isSameAs(FrameContext.EMPTY);
  }

  private static CompletableFuture<String> noting(Consumer<CompletableFuture<String>> register) {
    CompletableFuture<String> here = new CompletableFuture<>();
    register.accept(here);
    return here;
  }
}
