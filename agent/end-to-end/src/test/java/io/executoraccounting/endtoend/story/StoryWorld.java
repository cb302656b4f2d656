/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import static java.util.Map.entry;

import io.executoraccounting.endtoend.BuiltJars;
import io.executoraccounting.examples.quickstart.LocalDatabase;
import io.executoraccounting.testing.otlp.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that the stories' programs talk to, and how such a program is started. */
final class StoryWorld implements AutoCloseable {
  /** So many people more, user-0, user-1 … */
  static final int USERS = 64;

  final Path folder;
  final Path fingerprintKey;
  final StoryProgram identity;
  final LocalDatabase database;
  final StandIn desk;
  final CloudStandIn cloud;
  final OtlpReceiver receiver;
  private final Map<String, String> environment;
  private final String identityUrl;

  private StoryWorld(Path folder) throws IOException, SQLException, GeneralSecurityException {
    this.folder = folder;
    Map<String, String> secrets = new HashMap<>(Map.of("PORT", "0"));
    secrets.put(
        "PEOPLE",
        IntStream.range(0, USERS)
            .mapToObj(number -> ",user-" + number)
            .collect(Collectors.joining("", "alice,dana", "")));
    for (Secret secret : Secret.values()) {
      secrets.put(secret.name(), secret.text());
    }
    identity =
        StoryProgram.start(
            "com.example.identity.IdentityServer",
            List.of("-Dspring.config.name=identity"),
            secrets,
            log("identity"));
    database = StoryDatabase.start(folder.resolve("postgresql.log"));
    desk = DeskStandIn.start();
    cloud = CloudStandIn.start(folder.resolve("hosts"));
    receiver = OtlpReceiver.start();
    fingerprintKey = folder.resolve("fingerprint.key");
    Files.write(fingerprintKey, new SecureRandom().generateSeed(32));
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(fingerprintKey, PosixFilePermissions.fromString("rw-------"));
    }
    Path appKey = folder.resolve("app.key");
    Files.writeString(appKey, Base64.getEncoder().encodeToString(privateKey()));
    identityUrl = identity.awaitUrl();
    environment = new HashMap<>(secrets);
    environment.put("ISSUER_URL", identityUrl);
    environment.put("DB_URL", database.url());
    environment.put("DESK_URL", desk.url());
    environment.put("SOURCE_URL", desk.url());
    environment.put("GITHUB_URL", "http://api.github.com:" + cloud.port());
    environment.put("GITHUB_APP_ID", "Iv23liExampleClient1");
    environment.put("GITHUB_APP_KEY", appKey.toString());
    environment.put("GITHUB_INSTALLATION", "4242");
  }

  /**
   * @param name of the folder for logs and records, which is emptied
   */
  static StoryWorld start(String name) throws Exception {
    Path folder = Path.of(System.getProperty("test.folder"), name);
    Files.createDirectories(folder);
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    return new StoryWorld(folder);
  }

  String identityUrl() {
    return identityUrl;
  }

  /** Customers ask there; their bot acts for them. */
  StoryProgram support(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("-Dexecutor.agent.entrypoints=com.example.support.SupportBot#answer");
    return web("support", "com.example.support.SupportApplication", arguments);
  }

  /** Developers hand it tasks. */
  StoryProgram coding() throws IOException {
    return web("coding", "com.example.coding.CodingApplication", List.of(cloud.jvmArgument()));
  }

  private StoryProgram web(String name, String main, List<String> more) throws IOException {
    List<String> arguments = new ArrayList<>(agent(name));
    arguments.addAll(more);
    arguments.add("-Dspring.config.name=" + name);
    return StoryProgram.start(main, arguments, environment, log(name));
  }

  /** One step of a CI job, with the environment that GitHub Actions gives it. */
  StoryProgram deploy(Path idToken) throws IOException {
    List<String> arguments = new ArrayList<>(agent("deploy"));
    arguments.add(cloud.jvmArgument());
    return StoryProgram.start(
        "com.example.deploy.Deploy",
        arguments,
        Map.ofEntries(
            entry("GITHUB_ACTIONS", "true"),
            entry("GITHUB_WORKFLOW_REF", "acme/shop/.github/workflows/deploy.yml@refs/heads/main"),
            entry("GITHUB_RUN_ID", "4711"),
            entry("GITHUB_RUN_ATTEMPT", "1"),
            entry("GITHUB_ACTOR", "octocat"),
            entry("CLOUD_PORT", String.valueOf(cloud.port())),
            entry("ID_TOKEN_FILE", idToken.toString()),
            entry("DEPLOY_ROLE", "arn:aws:iam::123456789012:role/deployer"),
            entry("RELEASE_ROLE", "arn:aws:iam::210987654321:role/releaser")),
        log("deploy"));
  }

  /** Synchronises by accounts of that issuer until its input ends. */
  StoryProgram sync(String name, String tokenUrl) throws IOException {
    return client(name, "com.example.sync.SyncProgram", tokenUrl);
  }

  /** Reads customers for a person, by tokens of that issuer. */
  StoryProgram portal(String tokenUrl) throws IOException {
    return client("portal", "com.example.portal.Portal", tokenUrl);
  }

  private StoryProgram client(String name, String main, String tokenUrl) throws IOException {
    Map<String, String> settings = new HashMap<>(environment);
    settings.put("TOKEN_URL", tokenUrl);
    return StoryProgram.start(main, agent(name), settings, log(name));
  }

  Path records(String name) {
    return folder.resolve("records-" + name + ".jsonl");
  }

  Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private List<String> agent(String name) {
    return List.of(
        "-javaagent:" + BuiltJars.AGENT,
        "-Dotel.service.name=" + name,
        "-Dexecutor.exporter=otlp,file",
        "-Dotel.exporter.otlp.endpoint=" + receiver.endpoint(),
        "-Dexecutor.file.path=" + records(name),
        "-Dexecutor.fingerprint.key-file=" + fingerprintKey,
        "-Dexecutor.environment.production=*.amazonaws.com,api.github.com",
        "-Dexecutor.policy.customers-account.target=http:*/customers",
        "-Dexecutor.policy.customers-account.authority=oauth:*#data-sync",
        "-Dexecutor.policy.payments-role.target=postgresql:*/payments",
        "-Dexecutor.policy.payments-role.access=write",
        "-Dexecutor.policy.payments-role.authority=postgresql:payments_writer@*");
  }

  private static byte[] privateKey() throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    return keys.generateKeyPair().getPrivate().getEncoded();
  }

  @Override
  public void close() throws IOException {
    identity.close();
    desk.close();
    cloud.close();
    receiver.close();
    database.close();
  }
}
