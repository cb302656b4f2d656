/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.packaging.AgentJarBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarContentIT {
  private static final String BOOTSTRAP = "io/executoraccounting/bootstrap/";

  @Test
  void showsNothingButBootstrapAtItsRoot() throws IOException {
    assertThat(AgentJar.entries())
        .allMatch(name -> name.startsWith("META-INF/") || name.startsWith(BOOTSTRAP));
    assertThat(AgentJar.entries())
        .filteredOn(name -> name.endsWith(".class"))
        .allMatch(name -> name.startsWith(BOOTSTRAP) && !name.startsWith(AgentJar.NESTED));
    assertThat(AgentJar.entries()).doesNotHaveDuplicates();
  }

  @Test
  void movesEveryLibraryToAPackageOfOurs() throws IOException {
    assertThat(AgentJar.naturalNames())
        .filteredOn(name -> name.endsWith(".class"))
        .hasSizeGreaterThan(1000)
        .allMatch(name -> name.startsWith("io/executoraccounting/"));
  }

  @Test
  void movesServicesWithTheirLibraries() throws IOException {
    assertThat(AgentJar.naturalNames())
        .contains("META-INF/services/io.executoraccounting.spi.Extension")
        .anyMatch(
            name ->
                name.startsWith("META-INF/services/io.executoraccounting.shaded.io.opentelemetry"));
  }

  @Test
  void nothingOfBuildToolsIsLeft() throws IOException {
    assertThat(AgentJar.entries())
        .noneMatch(
            name ->
                name.contains("/maven/")
                    || name.contains("/versions/")
                    || name.contains("module-info")
                    || name.contains("proguard")
                    || name.endsWith(".kotlin_module"));
  }

  @Test
  void carriesTheLicencesOfWhatItBundles() throws IOException {
    assertThat(AgentJar.entries()).contains("META-INF/LICENSE", "META-INF/NOTICE");
    String notice = text("META-INF/NOTICE");
    for (String path : bundled().split(File.pathSeparator)) {
      String artifact = new File(path).getName().replaceFirst("-[0-9][^-]*\\.jar$", "");
      if (!artifact.startsWith("executor-accounting")) {
        assertThat(notice).contains(artifact);
      }
    }
  }

  @Test
  void manifestNamesTheLauncherAndNoClassPath() throws IOException {
    try (JarFile jar = new JarFile(AgentJar.FILE)) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      for (String role : List.of("Premain-Class", "Agent-Class", "Main-Class")) {
        assertThat(manifest.getValue(role))
            .isEqualTo("io.executoraccounting.bootstrap.launch.AgentLauncher");
      }
      assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Can-Redefine-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
      assertThat(manifest.getValue("Class-Path")).isNull();
    }
  }

  @Test
  void launcherLoadsOnJava6() throws IOException {
    byte[] launcher = bytes(BOOTSTRAP + "launch/AgentLauncher.class");
    assertThat(launcher[6] << 8 | launcher[7]).isEqualTo(50);
  }

  @Test
  void isTheSameFileWhenBuiltAgain(@TempDir Path folder) throws IOException {
    Path again = folder.resolve("again.jar");
    Files.copy(AgentJar.FILE.toPath(), again);

    AgentJarBuilder.main(
        new String[] {
          again.toString(),
          System.getProperty("agent.bundled"),
          System.getProperty("agent.timestamp"),
          System.getProperty("project.folder") + "/LICENSE",
          System.getProperty("project.folder") + "/agent/src/bundle/NOTICE"
        });

    assertThat(Files.mismatch(again, AgentJar.FILE.toPath())).isEqualTo(-1);
  }

  private static String bundled() throws IOException {
    return Files.readString(Path.of(System.getProperty("agent.bundled")));
  }

  private static String text(String entry) throws IOException {
    return new String(bytes(entry), UTF_8);
  }

  private static byte[] bytes(String entry) throws IOException {
    try (JarFile jar = new JarFile(AgentJar.FILE);
        InputStream in = jar.getInputStream(jar.getJarEntry(entry))) {
      return in.readAllBytes();
    }
  }
}
