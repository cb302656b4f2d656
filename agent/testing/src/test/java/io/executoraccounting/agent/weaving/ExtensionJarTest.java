/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sample.library.EchoService;

/** An extension that a user compiled and put into the folder. */
class ExtensionJarTest {
  private static final String EXTENSION =
      """
      package user.extension;

      import io.executoraccounting.spi.*;
      import java.util.List;
      import net.bytebuddy.matcher.ElementMatchers;

      public class UserExtension implements Extension {
        @Override public String name() {
          return "user";
        }

        @Override public List<WeavePoint> weavePoints() {
          return List.of(WeavePoint.of(
              TypeSelector.named("sample.library.EchoService"),
              ElementMatchers.named("serve"),
              "user.extension.UserHandler"));
        }
      }
      """;

  private static final String HANDLER =
      """
      package user.extension;

      import net.bytebuddy.asm.Advice;
      import sample.library.EchoService;

      public final class UserHandler {
        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static Object enter(@Advice.This EchoService self, @Advice.Argument(0) String text) {
          io.executoraccounting.agent.weaving.Seen.add("user " + text);
          return null;
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void weavesWithHandlersOfTheJar() throws Exception {
    Path jars = Files.createDirectory(folder.resolve("extensions"));
    jar(compile(), jars.resolve("user.jar"));
    List<String> lines = new ArrayList<>();
    List<LoadedExtension> extensions =
        new ExtensionSources(getClass().getClassLoader(), name -> true, List::of, lines::add)
            .inFolder(jars.toFile());
    WeavingEngine engine =
        WeavingEngine.install(TestEngine.INSTRUMENTATION, extensions, Set.of(), lines::add);
    Seen.EVENTS.clear();
    try {
      engine.weaveLoaded();
      new EchoService().serve("a");
    } finally {
      engine.uninstall();
    }

    assertThat(Seen.EVENTS).containsExactly("user a");
    assertThat(lines).isEmpty();
  }

  private Path compile() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources/user/extension"));
    Path extension = Files.writeString(sources.resolve("UserExtension.java"), EXTENSION);
    Path handler = Files.writeString(sources.resolve("UserHandler.java"), HANDLER);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int result =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "-d",
            classes.toString(),
            extension.toString(),
            handler.toString());
    assertThat(result).isZero();
    return classes;
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        out.write(Files.readAllBytes(file));
      }
      out.putNextEntry(new JarEntry("META-INF/services/io.executoraccounting.spi.Extension"));
      out.write("user.extension.UserExtension".getBytes());
    }
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
  }
}
