/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.ExtensionSettings;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds extensions by their service files: the built-in ones in the agent's loader, others in the
 * jars of a folder. One that cannot be loaded is left out with one line.
 */
public final class ExtensionSources {
  private static final String SERVICE = "META-INF/services/" + Extension.class.getName();

  private final ClassLoader agentLoader;
  private final Predicate<String> enabled;
  private final ExtensionSettings settings;
  private final WeavingLog log;

  /**
   * @param agentLoader gives the agent's class files as resources, by their usual names
   * @param enabled asked with the name of each extension
   * @param settings told to each extension that is enabled
   */
  public ExtensionSources(
      ClassLoader agentLoader,
      Predicate<String> enabled,
      ExtensionSettings settings,
      WeavingLog log) {
    this.agentLoader = agentLoader;
    this.enabled = enabled;
    this.settings = settings;
    this.log = log;
  }

  /** Those that come with the agent. */
  public List<LoadedExtension> builtIn() {
    List<LoadedExtension> found = new ArrayList<>();
    try {
      for (URL file : Collections.list(agentLoader.getResources(SERVICE))) {
        try (InputStream services = file.openStream()) {
          load(services, agentLoader, ClassFileSource.of(agentLoader), found);
        }
      }
    } catch (IOException unreadable) {
      log.warn("the agent's jar cannot be read (" + FailureText.of(unreadable) + ")");
    }
    return found;
  }

  /**
   * Those in the jars of a folder, in the order of the jars' names.
   *
   * @return empty if the folder is refused
   */
  public List<LoadedExtension> inFolder(File folder) {
    String refusal = FolderTrust.refusal(folder);
    File[] jars = refusal == null ? folder.listFiles() : null;
    if (jars == null) {
      log.warn(
          "no extension of executor.extensions.dir is used: "
              + (refusal == null ? folder + " cannot be listed" : refusal));
      return Collections.emptyList();
    }
    Arrays.sort(jars);
    List<LoadedExtension> found = new ArrayList<>();
    for (File jar : jars) {
      if (jar.getName().endsWith(".jar")) {
        loadJar(jar, found);
      }
    }
    return found;
  }

  private void loadJar(File jar, List<LoadedExtension> found) {
    String refusal = FolderTrust.refusal(jar);
    try {
      if (refusal == null) {
        ExtensionJarLoader loader = new ExtensionJarLoader(jar, agentLoader);
        byte[] services = loader.entry(SERVICE);
        if (services != null) {
          load(new ByteArrayInputStream(services), loader, loader, found);
          return;
        }
        refusal = jar + " has no " + SERVICE;
      }
    } catch (IOException unreadable) {
      refusal = jar + " cannot be read";
    }
    log.warn("an extension is not used: " + refusal);
  }

  private void load(
      InputStream services,
      ClassLoader loader,
      ClassFileSource classFiles,
      List<LoadedExtension> found)
      throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(services, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String name = className(line);
      if (name != null) {
        load(name, loader, classFiles, found);
      }
    }
  }

  private void load(
      String className,
      ClassLoader loader,
      ClassFileSource classFiles,
      List<LoadedExtension> found) {
    try {
      Extension extension =
          (Extension) Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
      if (enabled.test(extension.name())) {
        extension.configure(settings);
        found.add(LoadedExtension.of(extension, classFiles));
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unusable) {
      log.warn("extension " + className + " is not used (" + FailureText.of(unusable) + ")");
    }
  }

  private static @Nullable String className(String line) {
    int comment = line.indexOf('#');
    String name = (comment < 0 ? line : line.substring(0, comment)).trim();
    return name.isEmpty() ? null : name;
  }
}
