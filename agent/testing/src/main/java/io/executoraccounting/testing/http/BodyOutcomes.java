/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an application sees of each way and each answer, here or in a JVM without the agent. */
public final class BodyOutcomes {
  static final byte[] FORM = "grant_type=client_credentials&scope=a%20b&n=0123".getBytes(UTF_8);

  private BodyOutcomes() {}

  static List<String> here(BodyWays ways, URI base) {
    List<String> outcomes = new ArrayList<>();
    for (BodyWay way : ways.ways()) {
      for (BodyAnswer answer : BodyAnswer.values()) {
        outcomes.add(
            way + " " + answer + ": " + outcome(way, base.resolve(answer.path() + query(way))));
      }
    }
    return outcomes;
  }

  static List<String> inFreshJvm(Class<? extends BodyWays> ways, URI base)
      throws IOException, InterruptedException {
    File printed = File.createTempFile("outcomes", ".txt");
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  BodyOutcomes.class.getName(),
                  ways.getName(),
                  base.toString())
              .redirectOutput(printed)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new IOException("the JVM without the agent failed");
      }
      return Files.readAllLines(printed.toPath());
    } finally {
      printed.delete();
    }
  }

  /** Name of the ways' class, and where to. */
  public static void main(String[] arguments) throws Exception {
    BodyWays ways = (BodyWays) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
    here(ways, URI.create(arguments[1])).forEach(System.out::println);
    System.exit(0);
  }

  /** A request that is given up may, or may not, be read by the server. */
  static boolean isWhole(RawRequest request) {
    return request.line().endsWith("?whole");
  }

  private static String query(BodyWay way) {
    return way.complete() ? "?whole" : "?partial";
  }

  private static String outcome(BodyWay way, URI uri) {
    try {
      byte[] body = way.exchanging().exchange(uri, FORM);
      String text = new String(body, ISO_8859_1);
      return body.length + " bytes " + text.hashCode();
    } catch (Exception e) {
      return thrown(e);
    }
  }

  /** Messages name ports and threads. */
  private static String thrown(Throwable thrown) {
    StringBuilder told = new StringBuilder();
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      told.append(each.getClass().getName()).append(" +").append(each.getSuppressed().length);
      told.append(' ');
    }
    return told.toString();
  }
}
