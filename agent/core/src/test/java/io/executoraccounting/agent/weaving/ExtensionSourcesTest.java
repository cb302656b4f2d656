/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.WeavePoint;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionSourcesTest {
  private static final ClassLoader AGENT = ExtensionSourcesTest.class.getClassLoader();
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void ownersOnly() throws IOException {
    Files.setPosixFilePermissions(folder, OWNERS);
  }

  @Test
  void findsExtensionsOfJarsInFolder() throws IOException {
    jar("found.jar", Sample.class.getName());

    assertThat(sources().inFolder(folder.toFile()))
        .extracting(LoadedExtension::name)
        .containsExactly("sample");
    assertThat(lines).isEmpty();
  }

  @Test
  void refusesFolderThatOthersMayWriteTo() throws IOException {
    jar("found.jar", Sample.class.getName());
    Files.setPosixFilePermissions(folder, EnumSet.allOf(PosixFilePermission.class));

    assertThat(sources().inFolder(folder.toFile())).isEmpty();
    assertThat(lines)
        .containsExactly(
            "no extension of executor.extensions.dir is used: "
                + folder
                + " is writable by others; take that right away with chmod o-w");
  }

  @Test
  void refusesJarThatOthersMayWriteTo() throws IOException {
    Path jar = jar("found.jar", Sample.class.getName());
    Files.setPosixFilePermissions(jar, EnumSet.allOf(PosixFilePermission.class));

    assertThat(sources().inFolder(folder.toFile())).isEmpty();
    assertThat(lines).hasSize(1);
  }

  @Test
  void saysWhichFolderIsNotThere() {
    File absent = folder.resolve("absent").toFile();

    assertThat(sources().inFolder(absent)).isEmpty();
    assertThat(lines)
        .containsExactly(
            "no extension of executor.extensions.dir is used: " + absent + " does not exist");
  }

  @Test
  void leavesOutExtensionThatCannotBeMadeAndOnlyThat() throws IOException {
    jar("one.jar", Broken.class.getName() + "\n# a comment\n\n" + Sample.class.getName());

    assertThat(sources().inFolder(folder.toFile()))
        .extracting(LoadedExtension::name)
        .containsExactly("sample");
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).startsWith("extension " + Broken.class.getName() + " is not used");
  }

  @Test
  void skipsWhatIsNoJarAndSaysWhatIsNoExtension() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "");
    Files.writeString(folder.resolve("torn.jar"), "not a jar");

    assertThat(sources().inFolder(folder.toFile())).isEmpty();
    assertThat(lines)
        .containsExactly(
            "an extension is not used: " + folder.resolve("torn.jar") + " cannot be read");
  }

  @Test
  void leavesOutWhatIsSwitchedOff() throws IOException {
    jar("found.jar", Sample.class.getName());

    assertThat(
            new ExtensionSources(
                    AGENT, name -> !name.equals("sample"), Collections::emptyList, lines::add)
                .inFolder(folder.toFile()))
        .isEmpty();
    assertThat(lines).isEmpty();
  }

  private ExtensionSources sources() {
    return new ExtensionSources(AGENT, name -> true, Collections::emptyList, lines::add);
  }

  private Path jar(String name, String services) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("META-INF/services/" + Extension.class.getName()));
      out.write(services.getBytes(StandardCharsets.UTF_8));
    }
    Files.setPosixFilePermissions(jar, OWNERS);
    return jar;
  }

  public static final class Sample implements Extension {
    public Sample() {}

    @Override
    public String name() {
      return "sample";
    }

    @Override
    public List<WeavePoint> weavePoints() {
      return List.of();
    }
  }

  public static final class Broken implements Extension {
    public Broken() {
      throw new IllegalStateException("broken");
    }

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public List<WeavePoint> weavePoints() {
      return List.of();
    }
  }
}
