/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Builds the agent's jar: bootstrap's classes at its root, everything else below {@code
 * io/executoraccounting/bootstrap/isolated/} as {@code .classdata}, libraries under new names.
 *
 * <p>Arguments: the jar with the manifest, which is replaced; a file with the class path to fold
 * in; the time of all entries; the project's licence; the notice that names what is bundled.
 */
public final class AgentJarBuilder {
  private static final String NESTED = "io/executoraccounting/bootstrap/isolated/";
  private static final String SERVICES = "META-INF/services/";
  private static final String CLASS = ".class";
  private static final String LAUNCHER =
      "io/executoraccounting/bootstrap/launch/AgentLauncher" + CLASS;

  /**
   * Java 6. The launcher alone must load wherever a JVM knows agents, to say that it is too old.
   */
  private static final byte LAUNCHER_CLASS_FILE_VERSION = 50;

  private final JarContent content = new JarContent();
  private final Relocation relocation;

  private AgentJarBuilder(Relocation relocation) {
    this.relocation = relocation;
  }

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    List<SourceJar> sources = new ArrayList<>();
    for (String path : Files.readString(Path.of(arguments[1])).trim().split(File.pathSeparator)) {
      sources.add(SourceJar.read(Path.of(path)));
    }
    AgentJarBuilder builder = new AgentJarBuilder(new Relocation(thirdPartyClasses(sources)));
    builder.content.add(
        JarFile.MANIFEST_NAME,
        Objects.requireNonNull(SourceJar.read(target).entries().get(JarFile.MANIFEST_NAME)));
    builder.content.add("META-INF/LICENSE", Files.readAllBytes(Path.of(arguments[3])));
    builder.content.add("META-INF/NOTICE", Files.readAllBytes(Path.of(arguments[4])));
    for (SourceJar source : sources) {
      builder.fold(source);
    }
    builder.content.write(target, OffsetDateTime.parse(arguments[2]).toLocalDateTime());
  }

  private static Set<String> thirdPartyClasses(List<SourceJar> sources) {
    Set<String> classes = new TreeSet<>();
    for (SourceJar source : sources) {
      if (!source.isOurs()) {
        for (String name : source.entries().keySet()) {
          if (isBundledClass(name)) {
            classes.add(name.substring(0, name.length() - CLASS.length()));
          }
        }
      }
    }
    return classes;
  }

  private void fold(SourceJar source) {
    source
        .entries()
        .forEach(
            (name, bytes) -> {
              if (isBundledClass(name)) {
                foldClass(source, name, bytes);
              } else if (name.startsWith(SERVICES)) {
                foldServices(name.substring(SERVICES.length()), new String(bytes, UTF_8));
              } else if (LicenceFiles.isOne(name)) {
                content.add(LicenceFiles.target(source.name(), name), bytes);
              } else if (!UnusedFiles.isOne(name)) {
                content.add(NESTED + relocation.resource(name), bytes);
              }
            });
  }

  private void foldClass(SourceJar source, String name, byte[] bytes) {
    if (source.isBootstrap()) {
      if (name.equals(LAUNCHER)) {
        bytes[7] = LAUNCHER_CLASS_FILE_VERSION;
      }
      content.add(name, bytes);
    } else {
      String internalName = name.substring(0, name.length() - CLASS.length());
      content.add(
          NESTED + relocation.internalName(internalName) + ".classdata",
          relocation.relocate(bytes, source.isOurs()));
    }
  }

  private void foldServices(String service, String providers) {
    String lines =
        providers
            .lines()
            .map(line -> line.replaceFirst("#.*", "").trim())
            .filter(line -> !line.isEmpty())
            .map(line -> relocation.binaryName(line) + "\n")
            .collect(Collectors.joining());
    content.addLines(NESTED + SERVICES + relocation.binaryName(service), lines);
  }

  /**
   * Classes for newer JVMs alone ({@code META-INF/versions}) have an older twin in each library.
   */
  private static boolean isBundledClass(String name) {
    return name.endsWith(CLASS)
        && !name.startsWith("META-INF/")
        && !name.endsWith("module-info.class")
        && !name.endsWith("package-info.class");
  }
}
