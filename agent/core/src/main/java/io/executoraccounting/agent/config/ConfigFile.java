/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of {@code key=value} or {@code key: value} in UTF-8, with their numbers. Lines that begin
 * with {@code #} or {@code !} are comments. Unlike in {@code java.util.Properties} a backslash is
 * only a backslash, so that paths can be written as they are.
 */
final class ConfigFile {
  private static final int MAX_CHARACTERS = 1 << 20;

  private ConfigFile() {}

  static List<Setting> read(File file, Problems problems) throws IOException {
    try (InputStream bytes = new FileInputStream(file)) {
      return read(file.getPath(), new InputStreamReader(bytes, StandardCharsets.UTF_8), problems);
    }
  }

  static List<Setting> read(String name, Reader text, Problems problems) throws IOException {
    List<Setting> settings = new ArrayList<>();
    BufferedReader lines = new BufferedReader(text);
    int number = 0;
    int characters = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      characters += line.length();
      if (characters > MAX_CHARACTERS) {
        throw new IOException(name + " (larger than 1 MB)");
      }
      String content = content(line, ++number);
      if (!content.isEmpty()) {
        int separator = separator(content);
        if (separator < 1) {
          problems.badValue(name + ":" + number + ": not a key=value line; it is left out");
        } else {
          String key = content.substring(0, separator).trim();
          String value = content.substring(separator + 1).trim();
          settings.add(new Setting(key, value, name + ":" + number));
        }
      }
    }
    return settings;
  }

  private static String content(String line, int number) {
    boolean marked = number == 1 && !line.isEmpty() && line.charAt(0) == '\uFEFF';
    String content = (marked ? line.substring(1) : line).trim();
    return content.startsWith("#") || content.startsWith("!") ? "" : content;
  }

  private static int separator(String content) {
    int equals = content.indexOf('=');
    int colon = content.indexOf(':');
    if (equals < 0 || colon < 0) {
      return Math.max(equals, colon);
    }
    return Math.min(equals, colon);
  }
}
