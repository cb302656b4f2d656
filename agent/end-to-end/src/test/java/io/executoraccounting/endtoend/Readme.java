/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the README tells its reader to type. */
final class Readme {
  private static final Path PROJECT = Path.of(System.getProperty("project.folder"));

  private Readme() {}

  /** Every line of its shell blocks, in order. */
  static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (String block : blocks("sh")) {
      commands.addAll(block.lines().toList());
    }
    return commands;
  }

  /** The first words of the paragraph before each of its build commands. */
  static List<String> wordsBeforeBuilds() throws IOException {
    List<String> words = new ArrayList<>();
    Matcher build =
        Pattern.compile("^(\\w+ \\w+)[^\n]*\n\n```sh\n\\./mvnw", Pattern.MULTILINE).matcher(text());
    while (build.find()) {
      words.add(build.group(1));
    }
    return words;
  }

  /** Its one program. */
  static String program() throws IOException {
    return blocks("java").get(0);
  }

  /** The files of this repository that it points at. */
  static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Matcher link = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(text());
    while (link.find()) {
      files.add(PROJECT.resolve(link.group(1)));
    }
    return files;
  }

  static String ciScript() throws IOException {
    return Files.readString(PROJECT.resolve(".ci/run"));
  }

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher block =
        Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(text());
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  private static String text() throws IOException {
    return Files.readString(PROJECT.resolve("README.md"));
  }
}
