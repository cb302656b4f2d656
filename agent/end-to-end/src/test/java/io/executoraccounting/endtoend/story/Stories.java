/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import io.executoraccounting.endtoend.BuiltJars;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The four stories, run once for all tests that read their records.
 *
 * @param sent every byte that the agents sent to the backend
 * @param alice her token carries more than one thing that she may do
 * @param aliceAsksOnly her second token, which carries less
 * @param idToken the CI job's
 */
record Stories(
    Path folder,
    Path fingerprintKey,
    List<ReceivedSpan> spans,
    byte[] sent,
    Person alice,
    Person aliceAsksOnly,
    Person dana,
    String idToken) {
  static final String ALICE_TRACE = "0af7651916cd43dd8448eb211c80319c";
  static final String DANA_TRACE = "1bf7651916cd43dd8448eb211c80319d";

  private static @Nullable Stories ran;

  /** Their records; the first who asks waits for the stories to be over. */
  static synchronized Stories run() throws Exception {
    if (ran == null) {
      try (StoryWorld world = StoryWorld.start("stories")) {
        ran = run(world);
      }
    }
    return ran;
  }

  private static Stories run(StoryWorld world) throws Exception {
    String idToken = IdToken.ofTheDeployJob();
    Path idTokenFile = Files.writeString(world.folder.resolve("id-token"), idToken);
    Person alice = Person.logIn(world.identityUrl(), "alice", "support:ask tickets:write kb:read");
    Person asksOnly = Person.logIn(world.identityUrl(), "alice", "support:ask");
    Person dana = Person.logIn(world.identityUrl(), "dana", "code:task");
    try (StoryProgram support = world.support("-DDB_POOL=1");
        StoryProgram coding = world.coding()) {
      support(support.awaitUrl(), alice, asksOnly);
      String task = coding.awaitUrl() + "/repositories/acme/shop/tasks";
      dana.send("POST", task, DANA_TRACE);
      deploy(world, idTokenFile);
      sync(world);
    }
    // What ended has flushed its records.
    List<ReceivedSpan> spans = world.receiver.spans().all();
    byte[] sent = world.receiver.bytes();
    return new Stories(
        world.folder, world.fingerprintKey, spans, sent, alice, asksOnly, dana, idToken);
  }

  /** The records of one program, in the order in which their calls began. */
  List<ReceivedSpan> records(String service) {
    return spans.stream()
        .filter(span -> span.sequence() != null)
        .filter(span -> service.equals(span.resourceAttributes().get("service.name")))
        .sorted(
            (one, other) ->
                Long.compare(
                    one.span().getStartTimeUnixNano(), other.span().getStartTimeUnixNano()))
        .toList();
  }

  /** What the agent's own command says of a credential that leaked. */
  String fingerprint(String credential) throws IOException, InterruptedException {
    Process command =
        new ProcessBuilder(
                BuiltJars.JAVA_HOME.resolve("bin/java").toString(),
                "-jar",
                BuiltJars.AGENT.toString(),
                "fingerprint",
                "--key-file",
                fingerprintKey.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = command.getOutputStream()) {
      in.write(credential.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (command.waitFor() != 0) {
      throw new IOException("the command fingerprint failed");
    }
    return said.split("\\s")[0];
  }

  /** She asks the bot, then looks herself; somebody counts, and the next one looks again. */
  private static void support(String url, Person alice, Person asksOnly) throws Exception {
    alice.send("POST", url + "/payments/7/questions", ALICE_TRACE);
    asksOnly.send("GET", url + "/payments/7/notes", "2" + ALICE_TRACE.substring(1));
    asksOnly.send("GET", url + "/notes/count", "3" + ALICE_TRACE.substring(1));
    asksOnly.send("GET", url + "/payments/7/notes", "4" + ALICE_TRACE.substring(1));
  }

  private static void deploy(StoryWorld world, Path idToken) throws Exception {
    if (world.deploy(idToken).awaitExit() != 0) {
      throw new IOException("the deployment failed; its output: " + world.log("deploy"));
    }
  }

  /** Its account is disabled while it runs; it goes on by another. */
  private static void sync(StoryWorld world) throws Exception {
    try (StoryProgram sync = world.sync("sync", world.identityUrl() + "/oauth2/token")) {
      sync.awaitOutput("(?s)by data-sync\n.*by data-sync\n");
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(world.identityUrl() + "/admin/clients/data-sync"))
                  .DELETE()
                  .build(),
              BodyHandlers.discarding());
      sync.awaitOutput("(?s)by data-sync-backup\n.*by data-sync-backup\n");
      sync.endInput();
      sync.awaitExit();
    }
  }
}
