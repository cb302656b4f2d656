/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.executoraccounting.agent.config.ConfigLoader;
import io.executoraccounting.agent.config.LoadedConfig;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "fingerprint",
    usageHelpWidth = 104,
    description = "Says by which fingerprint a credential that leaked stands in the records.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Standard input gives the credential alone, without header name and scheme; of a shared access",
      "signature, the value of sig with its percent-encoding undone. A terminal asks for it and does not show it. No argument takes it:",
      "command lines are seen by others.",
      "",
      "One line is printed for each key, the current one first:",
      "",
      "  java -jar executor-accounting-agent.jar fingerprint --config /etc/executor.properties",
      "  h1:p0_L6vXn:5n8Xo0v8XkZ0V7yJd5o2Aw  /etc/executor/current.key",
      "  h1:Zf3k0y1q:Qd1mW0bq3m8n9F2c7yR5sg  /etc/executor/previous.key",
      "",
      "Look each of them up in the attributes executor.credential.fingerprint, for the calls that",
      "presented it, and executor.chain.fingerprints, for those that came of it. In TraceQL:",
      "",
      "  { span.executor.credential.fingerprint = \"h1:p0_L6vXn:5n8Xo0v8XkZ0V7yJd5o2Aw\" }",
      "",
      "Passwords have no fingerprint, nor has what signs requests without being sent, such as an AWS",
      "secret key: look for the login in executor.authority.id, for the key id in",
      "executor.credential.id. Without executor.fingerprint.key-file each process makes up a key of",
      "its own, and nobody can say its fingerprints again."
    })
final class FingerprintCommand implements Callable<Integer> {
  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "A key, current or former; may be given more than once.")
  private List<File> keyFiles = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The agent's configuration, whose executor.fingerprint.key-file is used where no key is"
              + " given; its environment variable counts as well.")
  private @Nullable File config;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<KnownKey> keys = new ArrayList<>();
    for (File file : keyFiles.isEmpty() ? configured() : keyFiles) {
      keys.add(KnownKey.read(file));
    }
    if (keys.isEmpty()) {
      throw new CommandFailure(
          "no key: name one with --key-file, or a configuration with"
              + " executor.fingerprint.key-file with --config");
    }
    char[] credential = CredentialPrompt.read(System.in);
    try {
      print(fingerprints(keys, credential));
    } finally {
      Arrays.fill(credential, '\0');
    }
    return 0;
  }

  private List<File> configured() {
    if (config != null && !config.canRead()) {
      throw new CommandFailure(config + " cannot be read");
    }
    LoadedConfig loaded = ConfigLoader.load(config == null ? null : config.getPath());
    for (String problem : loaded.problems()) {
      System.err.println("[executor-accounting] " + problem);
    }
    return Collections.unmodifiableList(loaded.config().identity().keyFiles());
  }

  private static Map<String, File> fingerprints(List<KnownKey> keys, char[] credential) {
    if (credential.length == 0) {
      throw new CommandFailure("there is no credential on standard input");
    }
    for (char c : credential) {
      if (Character.isWhitespace(c)) {
        throw new CommandFailure(
            "there is white space in the credential; give it alone, without header name and scheme");
      }
    }
    Map<String, File> fingerprints = new LinkedHashMap<>();
    for (KnownKey key : keys) {
      String fingerprint = key.fingerprint(new String(credential));
      if (fingerprint == null) {
        throw new CommandFailure("it is longer than what the agent reads and has no fingerprint");
      }
      fingerprints.putIfAbsent(fingerprint, key.file());
    }
    return fingerprints;
  }

  private void print(Map<String, File> fingerprints) throws IOException {
    if (!json) {
      fingerprints.forEach((fingerprint, file) -> System.out.println(fingerprint + "  " + file));
      return;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartArray();
      for (Map.Entry<String, File> entry : fingerprints.entrySet()) {
        out.writeStartObject();
        out.writeStringField("fingerprint", entry.getKey());
        out.writeStringField("keyFile", entry.getValue().getPath());
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    System.out.println(text);
  }
}
