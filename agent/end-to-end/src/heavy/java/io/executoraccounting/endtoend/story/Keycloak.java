/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real Keycloak in a process of its own, with the realm {@code acme}. */
final class Keycloak implements AutoCloseable {
  private static final Path HOME = Path.of(System.getProperty("keycloak.home"));
  private static final String ADMIN_PASSWORD = "canary-keycloak-admin-7d20";
  private static final String SCOPES =
      "\"defaultClientScopes\":[\"basic\",\"roles\",\"service_account\"],"
          + "\"optionalClientScopes\":[\"customers:read\"]";

  private final Process process;
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();
  private String adminToken = "";

  private Keycloak(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static Keycloak start(Path log) throws IOException, InterruptedException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
                HOME.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Keycloak keycloak = new Keycloak(builder.start(), "http://127.0.0.1:" + port);
    try {
      keycloak.awaitStart(log);
      keycloak.createRealm();
      return keycloak;
    } catch (IOException | InterruptedException e) {
      keycloak.close();
      throw e;
    }
  }

  String issuer() {
    return url + "/realms/acme";
  }

  String tokenUrl() {
    return issuer() + "/protocol/openid-connect/token";
  }

  /** As an administrator does who was told that it leaked. */
  void disable(String client) throws IOException, InterruptedException {
    String found = admin("GET", "/realms/acme/clients?clientId=" + client, "");
    admin("PUT", "/realms/acme/clients/" + value("id", found), "{\"enabled\":false}");
  }

  private void createRealm() throws IOException, InterruptedException {
    adminToken =
        value(
            "access_token",
            send(
                HttpRequest.newBuilder(
                        URI.create(url + "/realms/master/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        BodyPublishers.ofString(
                            "grant_type=password&client_id=admin-cli&username=admin&password="
                                + ADMIN_PASSWORD))
                    .build()));
    admin("POST", "/realms", "{\"realm\":\"acme\",\"enabled\":true,\"sslRequired\":\"none\"}");
    admin(
        "POST",
        "/realms/acme/client-scopes",
        "{\"name\":\"customers:read\",\"protocol\":\"openid-connect\","
            + "\"attributes\":{\"include.in.token.scope\":\"true\"}}");
    client("data-sync", Secret.DATA_SYNC_SECRET, "\"serviceAccountsEnabled\":true");
    client("data-sync-backup", Secret.DATA_SYNC_BACKUP_SECRET, "\"serviceAccountsEnabled\":true");
    client(
        "gateway",
        Secret.KNOWLEDGE_GATEWAY_SECRET,
        "\"attributes\":{\"standard.token.exchange.enabled\":\"true\"}");
    client(
        "portal",
        Secret.WEB_SHOP_SECRET,
        "\"directAccessGrantsEnabled\":true,\"protocolMappers\":[{\"name\":\"gateway\","
            + "\"protocol\":\"openid-connect\",\"protocolMapper\":\"oidc-audience-mapper\","
            + "\"config\":{\"included.client.audience\":\"gateway\","
            + "\"access.token.claim\":\"true\"}}]");
    admin(
        "POST",
        "/realms/acme/users",
        "{\"username\":\"alice\",\"enabled\":true,\"email\":\"alice@example.com\","
            + "\"firstName\":\"Alice\",\"lastName\":\"Doe\",\"emailVerified\":true,"
            + "\"credentials\":[{\"type\":\"password\",\"value\":\""
            + Secret.PEOPLE_PASSWORD.text()
            + "\"}]}");
  }

  private void client(String id, Secret secret, String more)
      throws IOException, InterruptedException {
    admin(
        "POST",
        "/realms/acme/clients",
        "{\"clientId\":\""
            + id
            + "\",\"secret\":\""
            + secret.text()
            + "\",\"publicClient\":false,\"standardFlowEnabled\":false,"
            + SCOPES
            + ","
            + more
            + "}");
  }

  private String admin(String method, String path, String json)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + "/admin" + path))
            .header("Authorization", "Bearer " + adminToken)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build());
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static String value(String name, String json) throws IOException {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    if (!found.find()) {
      throw new IOException("no " + name + " in Keycloak's answer");
    }
    return found.group(1);
  }

  private void awaitStart(Path log) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(180).toNanos();
    while (!Files.readString(log).contains("Listening on: ")) {
      if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new IOException("Keycloak does not start here; its output: " + log);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The script starts Java as its child unless it can become it. */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroy);
    all.forEach(one -> one.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(e -> one).join());
  }
}
