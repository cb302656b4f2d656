/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.identity.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One sample of a specification: a token, the headers of a request, or a request to a token
 * endpoint with its response; and what is to be told of it. The files are read by people as well:
 * see README.txt beside them.
 */
final class PublishedSample {
  private static final String SIGNATURE = "c2lnbmF0dXJl";

  private final String file;
  private final String title;
  private final List<String> given;
  private final List<String> expected;

  private PublishedSample(String file, String title, List<String> given, List<String> expected) {
    this.file = file;
    this.title = title;
    this.given = given;
    this.expected = expected;
  }

  static List<PublishedSample> in(String file, List<String> lines) {
    List<PublishedSample> samples = new ArrayList<>();
    PublishedSample sample = null;
    boolean telling = false;
    for (String line : lines) {
      if (line.startsWith("== ")) {
        sample = new PublishedSample(file, line.substring(3), new ArrayList<>(), new ArrayList<>());
        samples.add(sample);
        telling = false;
      } else if (line.equals("->")) {
        telling = true;
      } else if (sample != null && telling && !line.isBlank()) {
        sample.expected.add(line);
      } else if (sample != null && !telling) {
        sample.given.add(line);
      }
    }
    return samples;
  }

  /** Whether a token is asked for, and the sample shows request and response. */
  boolean isFlow() {
    return given.get(0).startsWith("POST ");
  }

  /** The headers of the request that presents the token; of a flow those of the flow itself. */
  Headers headers() {
    Headers headers = new Headers();
    String token = token();
    if (token != null) {
      headers.and("Authorization", "Bearer " + token);
    }
    String name = null;
    StringBuilder value = new StringBuilder();
    for (String line : isFlow() ? block(0).subList(1, block(0).size()) : given) {
      boolean more = line.startsWith(" ") && name != null;
      if (more) {
        value.append(line.trim());
      } else if (line.matches("[A-Za-z-]+:( .*)?")) {
        name = line.substring(0, line.indexOf(':'));
        value = new StringBuilder(line.substring(name.length() + 1).trim());
      } else {
        name = null;
      }
      if (name != null) {
        String text = value.toString();
        headers.and(name, token == null ? text : text.replace("<token>", token));
      }
    }
    return headers;
  }

  /** Made of the claims that a sample shows without their encoding; null if it shows none. */
  private String token() {
    int from = indexOf("claims ");
    if (from < 0) {
      return null;
    }
    StringBuilder claims = new StringBuilder(given.get(from).substring(7));
    for (int i = from + 1; i < given.size() && !given.get(i - 1).equals("}"); i++) {
      claims.append(given.get(i)).append('\n');
    }
    int header = indexOf("header ");
    String jose = header < 0 ? "{\"alg\":\"RS256\"}" : given.get(header).substring(7);
    return part(jose) + "." + part(claims.toString()) + "." + SIGNATURE;
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  String path() {
    return given.get(0).split(" ", 3)[1];
  }

  /** The body of a flow's request, without the line breaks that are there for display. */
  String requestBody() {
    return joined(block(1));
  }

  String responseBody() {
    return joined(block(2));
  }

  private static String joined(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.trim()));
    return text.toString();
  }

  private List<String> block(int index) {
    List<List<String>> blocks = new ArrayList<>(List.of(new ArrayList<>()));
    for (String line : given) {
      if (line.isBlank()) {
        blocks.add(new ArrayList<>());
      } else {
        blocks.get(blocks.size() - 1).add(line);
      }
    }
    return blocks.get(index);
  }

  private int indexOf(String start) {
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).startsWith(start)) {
        return i;
      }
    }
    return -1;
  }

  String expected() {
    return String.join("\n", expected);
  }

  @Override
  public String toString() {
    return file + " " + title;
  }
}
