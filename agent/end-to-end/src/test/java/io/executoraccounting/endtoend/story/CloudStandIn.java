/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything that programs reach by its public name: it speaks for GitHub's API and for AWS as they
 * do on the wire.
 */
final class CloudStandIn implements AutoCloseable {
  private static final List<String> NAMES =
      List.of(
          "api.github.com",
          "sts.eu-west-1.amazonaws.com",
          "acme-artifacts.s3.eu-west-1.amazonaws.com",
          "api.ecr.eu-west-1.amazonaws.com");

  private final StandIn server;
  private final Path hosts;

  private CloudStandIn(StandIn server, Path hosts) {
    this.server = server;
    this.hosts = hosts;
  }

  /**
   * @param hosts a file that it writes
   */
  static CloudStandIn start(Path hosts) throws IOException {
    Files.write(hosts, NAMES.stream().map(name -> "127.0.0.1 " + name).toList());
    return new CloudStandIn(StandIn.start(CloudStandIn::handle), hosts);
  }

  int port() {
    return server.port();
  }

  /** Makes a program find the names here; it then finds no others. */
  String jvmArgument() {
    return "-Djdk.net.hosts.file=" + hosts;
  }

  private static void handle(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host.startsWith("api.github.com")) {
      GitHubApi.handle(exchange);
    } else if (host.startsWith("sts.")) {
      SecurityTokenService.handle(exchange);
    } else {
      aws(exchange);
    }
  }

  /** Whatever is asked, signed with any temporary key, is done. */
  private static void aws(HttpExchange exchange) throws IOException {
    String signature = exchange.getRequestHeaders().getFirst("Authorization");
    boolean signed =
        signature != null
            && signature.startsWith("AWS4-HMAC-SHA256 Credential=ASIA")
            && exchange.getRequestHeaders().containsKey("X-Amz-Security-Token");
    StandIn.answer(
        exchange,
        signed ? 200 : 403,
        Map.of("ETag", "\"0\"", "x-amz-request-id", "4442587FB7D0A2F9"),
        exchange.getRequestHeaders().containsKey("X-Amz-Target") ? "{}" : "");
  }

  @Override
  public void close() {
    server.close();
  }
}
