/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import org.jspecify.annotations.Nullable;

/**
 * The low-cardinality shape of a request path: {@code /users/4711/mails} is {@code
 * /users/{id}/mails}.
 *
 * <p>A path segment stays as it is only where it reads like the word of a route; whatever may name
 * somebody or open something becomes a placeholder: {@code {id}}, {@code {uuid}}, {@code {token}},
 * {@code {email}}, {@code {date}}, {@code {file}}, or {@code {value}} for the rest. A name made of
 * letters alone is told from a route's word only below what lists people: {@code /users/alice} is
 * {@code /users/{id}}, {@code /teams/alice} stays.
 */
public final class PathTemplate {
  private static final int MAX_SEGMENTS = 16;
  private static final int MAX_LENGTH = 200;

  private PathTemplate() {}

  /**
   * The template of a path; applied to a template it changes nothing. Never throws.
   *
   * @param rawPath as it stands in the request line, percent-encoded; query, fragment and matrix
   *     parameters are dropped; null and empty mean the root
   * @return 1 to 200 characters and at most 16 segments; {@code {more}} stands for what was cut
   */
  public static String of(@Nullable String rawPath) {
    if (rawPath == null || rawPath.isEmpty()) {
      return "/";
    }
    if (rawPath.equals("*")) {
      return rawPath;
    }
    StringBuilder template = new StringBuilder();
    int end = pathEnd(rawPath);
    String above = "";
    int segments = 0;
    int start = 0;
    while (start < end) {
      int slash = rawPath.indexOf('/', start);
      int stop = slash < 0 || slash > end ? end : slash;
      String segment = PathSegment.template(rawPath.substring(start, stop), above);
      if (!segment.isEmpty()) {
        above = segment;
        if (++segments > MAX_SEGMENTS || template.length() + segment.length() >= MAX_LENGTH) {
          return cut(template);
        }
        template.append('/').append(segment);
      }
      start = stop + 1;
    }
    if (segments == 0 || (rawPath.charAt(end - 1) == '/' && template.length() < MAX_LENGTH)) {
      template.append('/');
    }
    return template.toString();
  }

  private static int pathEnd(String rawPath) {
    for (int i = 0; i < rawPath.length(); i++) {
      char c = rawPath.charAt(i);
      if (c == '?' || c == '#') {
        return i;
      }
    }
    return rawPath.length();
  }

  /** The last segment makes room, so that a second pass finds nothing more to cut. */
  private static String cut(StringBuilder template) {
    template.setLength(template.lastIndexOf("/"));
    while (template.length() > MAX_LENGTH - PathSegment.MORE.length() - 1) {
      template.setLength(template.lastIndexOf("/"));
    }
    return template.append('/').append(PathSegment.MORE).toString();
  }
}
