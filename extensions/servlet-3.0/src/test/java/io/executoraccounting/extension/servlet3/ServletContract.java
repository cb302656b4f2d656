/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.servlet3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.testing.WovenAgent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.AsyncContext;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds in every servlet container. */
abstract class ServletContract {
  @RegisterExtension static final WovenAgent AGENT = WovenAgent.with(new ServletExtension());

  final Queue<ExecutorFrame> seen = new ConcurrentLinkedQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Container container;

  abstract Container start(HttpServlet servlet, Filter filter) throws Exception;

  @AfterEach
  void stop() throws Exception {
    if (container != null) {
      container.close();
    }
  }

  @Test
  void servletRunsUnderTheCredentialOfItsRequest() throws Exception {
    serve((request, response) -> seen.add(top()));
    assertThat(get("/users/4711", "Bearer opaque-credential-of-somebody").statusCode())
        .isEqualTo(200);
    InboundCall call = inbound(seen.remove());
    assertThat(call.operation()).isEqualTo("GET /users/{id}");
    assertThat(call.credential().kind()).isEqualTo(CredentialKind.OPAQUE_BEARER);
    assertThat(call.credential().fingerprint()).startsWith("h1:");
  }

  @Test
  void traceOfTheRequestIsTheOriginsParent() throws Exception {
    serve((request, response) -> seen.add(top()));
    HttpRequest traced =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + container.port() + "/"))
            .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
            .build();
    client.send(traced, HttpResponse.BodyHandlers.discarding());
    TraceContext incoming = AGENT.onlyInboundCall().incoming();
    assertThat(incoming.traceIdHigh()).isEqualTo(0x0af7651916cd43ddL);
    assertThat(incoming.spanId()).isEqualTo(0xb7ad6b7169203331L);
  }

  @Test
  void filterAndServletSeeOneArrival() throws Exception {
    container =
        start(
            new Servlet((request, response) -> seen.add(top())),
            new Passing() {
              @Override
              public void doFilter(
                  ServletRequest request, ServletResponse response, FilterChain chain)
                  throws IOException, ServletException {
                seen.add(top());
                chain.doFilter(
                    new HttpServletRequestWrapper((HttpServletRequest) request), response);
              }
            });
    get("/", "Bearer opaque-credential-of-somebody");
    assertThat(seen).hasSize(2);
    assertThat(seen.remove()).isSameAs(seen.remove());
    assertThat(departures()).hasSize(1);
  }

  @Test
  void nextRequestOfTheSameConnectionHasItsOwnCredential() throws Exception {
    serve((request, response) -> seen.add(top()));
    for (int i = 0; i < 20; i++) {
      get("/", "Bearer opaque-credential-number-" + i);
    }
    get("/", null);
    assertThat(seen).hasSize(21).doesNotHaveDuplicates();
    assertThat(seen.stream().map(frame -> inbound(frame).credential().fingerprint()))
        .doesNotHaveDuplicates();
    assertThat(seen)
        .last()
        .extracting(f -> inbound(f).credential().kind())
        .isEqualTo(CredentialKind.NONE);
    assertThat(departures()).hasSize(21);
  }

  @Test
  void asyncRequestLastsUntilItIsCompleted() throws Exception {
    AtomicReference<AsyncContext> started = new AtomicReference<>();
    CompletableFuture<Void> returned = new CompletableFuture<>();
    serve(
        (request, response) -> {
          started.set(request.startAsync());
          seen.add(top());
          returned.complete(null);
        });
    CompletableFuture<HttpResponse<String>> answer = send("/", "Bearer opaque-credential-async");
    returned.get(10, TimeUnit.SECONDS);
    ExecutorFrame frame = seen.remove();
    assertThat(frame.origin().ended()).isFalse();
    started.get().getResponse().getWriter().write("done");
    started.get().complete();
    assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
    assertThat(departures()).hasSize(1);
    assertThat(frame.origin().ended()).isTrue();
  }

  @Test
  void asyncDispatchGoesOnWithTheSameRequest() throws Exception {
    serve(
        (request, response) -> {
          seen.add(top());
          if (request.getAttribute("again") == null) {
            request.setAttribute("again", true);
            request.startAsync().dispatch();
          } else {
            response.getWriter().write("dispatched");
          }
        });
    assertThat(get("/", "Bearer opaque-credential-dispatched").body()).isEqualTo("dispatched");
    assertThat(seen).hasSize(2);
    assertThat(seen.remove()).isSameAs(seen.remove());
    assertThat(departures()).hasSize(1);
  }

  @Test
  void exceptionOfTheServletPassesUnchanged() throws Exception {
    IllegalStateException thrown = new IllegalStateException("from the servlet");
    AtomicReference<Throwable> caught = new AtomicReference<>();
    container =
        start(
            new Servlet(
                (request, response) -> {
                  throw thrown;
                }),
            new Passing() {
              @Override
              public void doFilter(
                  ServletRequest request, ServletResponse response, FilterChain chain)
                  throws IOException, ServletException {
                try {
                  chain.doFilter(request, response);
                } catch (RuntimeException e) {
                  caught.set(e);
                  ((HttpServletResponse) response).setStatus(503);
                }
              }
            });
    assertThat(get("/", null).statusCode()).isEqualTo(503);
    assertThat(caught.get()).isSameAs(thrown);
    assertThat(departures()).singleElement().extracting(d -> d.errorType()).isEqualTo("503");
  }

  @Test
  void principalThatTheApplicationAsksForIsLearned() throws Exception {
    Principal principal = () -> "alice";
    container =
        start(
            new Servlet(
                (request, response) -> {
                  seen.add(top());
                  assertThat(inbound(top()).authenticated()).isNull();
                  assertThat(request.getUserPrincipal()).isSameAs(principal);
                  assertThat(inbound(top()).authenticated()).isEqualTo("alice");
                }),
            new Passing() {
              @Override
              public void doFilter(
                  ServletRequest request, ServletResponse response, FilterChain chain)
                  throws IOException, ServletException {
                chain.doFilter(
                    new HttpServletRequestWrapper((HttpServletRequest) request) {
                      @Override
                      public Principal getUserPrincipal() {
                        return principal;
                      }
                    },
                    response);
              }
            });
    assertThat(get("/", null).statusCode()).isEqualTo(200);
    assertThat(inbound(seen.remove()).authenticated()).isEqualTo("alice");
  }

  @Test
  void principalOfAnotherRequestIsNotLearned() throws Exception {
    AtomicReference<HttpServletRequest> others = new AtomicReference<>();
    CompletableFuture<AsyncContext> waiting = new CompletableFuture<>();
    serve(
        (request, response) -> {
          if (request.getRequestURI().equals("/alice")) {
            others.set(
                new HttpServletRequestWrapper(request) {
                  @Override
                  public Principal getUserPrincipal() {
                    return () -> "alice";
                  }
                });
            waiting.complete(request.startAsync());
          } else {
            others.get().getUserPrincipal();
            seen.add(top());
          }
        });
    CompletableFuture<HttpResponse<String>> answer = send("/alice", null);
    AsyncContext context = waiting.get(10, TimeUnit.SECONDS);
    get("/", null);
    context.complete();
    answer.get(10, TimeUnit.SECONDS);
    assertThat(inbound(seen.remove()).authenticated()).isNull();
  }

  void serve(Serving serving) throws Exception {
    container = start(new Servlet(serving), new Passing());
  }

  HttpResponse<String> get(String path, String authorization) throws Exception {
    return send(path, authorization).get(20, TimeUnit.SECONDS);
  }

  private CompletableFuture<HttpResponse<String>> send(String path, String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + container.port() + path));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A client may have its answer before the container's thread has left the servlet. */
  static List<CallOutcome> departures() {
    await().until(() -> AGENT.inboundCalls().stream().noneMatch(c -> c.departures().isEmpty()));
    return AGENT.inboundCalls().stream().flatMap(call -> call.departures().stream()).toList();
  }

  static ExecutorFrame top() {
    return FrameStack.current().top();
  }

  static InboundCall inbound(ExecutorFrame frame) {
    return (InboundCall) frame.facts();
  }

  interface Serving {
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  private static final class Servlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Serving serving;

    Servlet(Serving serving) {
      this.serving = serving;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      serving.serve(request, response);
    }
  }

  static class Passing implements Filter {
    @Override
    public void init(FilterConfig config) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(request, response);
    }

    @Override
    public void destroy() {}
  }
}
