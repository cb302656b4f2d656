/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Sends the same requests in a JVM of its own that has no agent. */
public final class UnwovenSending {
  private UnwovenSending() {}

  /** Requests of every sort that leaves its own bytes on the wire. */
  static List<HttpSending> sendings(URI base) {
    return List.of(
        HttpSending.get(base.resolve("/users/7?q=1")).with("Authorization", "Bearer abc"),
        HttpSending.of("HEAD", base.resolve("/users/7"), null).with("Cookie", "a=b"),
        HttpSending.of("POST", base.resolve("/users"), "name=x").with("X-Api-Key", "k"),
        HttpSending.of("PUT", base.resolve("/users/7"), "").with("Accept", "text/plain"),
        HttpSending.of("DELETE", base.resolve("/users/7"), null));
  }

  static void sendAll(HttpSender sender, URI base) throws Exception {
    for (HttpSending sending : sendings(base)) {
      sender.send(sending);
    }
  }

  static void inFreshJvm(Class<? extends HttpSender> sender, URI base)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                UnwovenSending.class.getName(),
                sender.getName(),
                base.toString())
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("the JVM without the agent failed");
    }
  }

  /** Name of the sender's class, and where to. */
  public static void main(String[] arguments) throws Exception {
    HttpSender sender =
        (HttpSender) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
    sendAll(sender, URI.create(arguments[1]));
  }
}
