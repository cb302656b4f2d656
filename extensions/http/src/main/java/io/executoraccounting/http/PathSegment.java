/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Says what stands for one segment of a path: itself, or a placeholder. */
final class PathSegment {
  static final String MORE = "{more}";

  private static final String ID = "{id}";
  private static final String UUID = "{uuid}";
  private static final String TOKEN = "{token}";
  private static final String EMAIL = "{email}";
  private static final String DATE = "{date}";
  private static final String FILE = "{file}";
  private static final String VALUE = "{value}";

  private static final Set<String> PLACEHOLDERS =
      setOf(MORE, ID, UUID, TOKEN, EMAIL, DATE, FILE, VALUE);

  /** Documents and media carry titles and people's names; files of a program's interface do not. */
  private static final Set<String> DOCUMENTS =
      setOf(
          "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "csv", "txt", "md", "zip",
          "gz", "tar", "tgz", "7z", "jpg", "jpeg", "png", "gif", "svg", "webp", "tif", "tiff",
          "mp3", "mp4", "mov", "wav", "avi", "eml", "msg", "ics", "vcf", "pem", "key", "p12", "pfx",
          "jks", "bak", "log", "sql", "parquet", "avro");

  private static final int MAX_LENGTH = 64;
  private static final int TOKEN_LENGTH = 20;

  private PathSegment() {}

  /**
   * @param above what stands for the segment before it; empty for the first
   */
  static String template(String raw, String above) {
    int parameters = raw.indexOf(';');
    String segment = parameters < 0 ? raw : raw.substring(0, parameters);
    if (segment.isEmpty() || PLACEHOLDERS.contains(segment)) {
      return segment;
    }
    boolean encoded = segment.indexOf('%') >= 0;
    String text = encoded ? PercentDecoding.decode(segment) : segment;
    if (!encoded && !SegmentShape.isUuid(text) && RouteWord.matches(text)) {
      if (isDocument(text)) {
        return FILE;
      }
      return PeopleRoute.names(above, text) ? ID : text;
    }
    return placeholder(text);
  }

  private static String placeholder(String text) {
    if (isEmail(text)) {
      return EMAIL;
    }
    if (SegmentShape.isUuid(text)) {
      return UUID;
    }
    if (SegmentShape.isDate(text)) {
      return DATE;
    }
    if (SegmentShape.isNumber(text) || SegmentShape.isUlid(text)) {
      return ID;
    }
    if (isDocument(text)) {
      return FILE;
    }
    if (!SegmentShape.isPlain(text)) {
      return text.length() > MAX_LENGTH ? TOKEN : VALUE;
    }
    return text.length() >= TOKEN_LENGTH ? TOKEN : ID;
  }

  private static boolean isEmail(String text) {
    int at = text.indexOf('@');
    return at > 0 && at < text.length() - 1;
  }

  private static boolean isDocument(String text) {
    int dot = text.lastIndexOf('.');
    return dot > 0 && DOCUMENTS.contains(text.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static Set<String> setOf(String... values) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(values)));
  }
}
