/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.probe.Quiet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchIT {
  private static final String TRACE = "-Xlog:class+load:file=classes";

  @TempDir Path folder;

  @Test
  void secondCopyIsOneLine() throws Exception {
    ForkedJvm.Result result =
        jvm().with(AgentJar.javaagent(), AgentJar.javaagent()).run(Quiet.class);

    assertThat(result.out()).isEqualTo("ran\n");
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("[executor-accounting]")
        .contains("already");
  }

  @Test
  void killSwitchLoadsNothing() throws Exception {
    ForkedJvm.Result result =
        jvm().with("-Dexecutor.enabled=false", TRACE, AgentJar.javaagent()).run(Quiet.class);

    assertThat(result.out()).isEqualTo("ran\n");
    assertThat(result.err()).isEmpty();
    assertThat(Files.readAllLines(folder.resolve("classes")))
        .filteredOn(line -> line.contains("executoraccounting"))
        .singleElement()
        .asString()
        .contains("AgentLauncher");
  }

  @Test
  void unsupportedJavaIsOneLineAndLoadsNothing() throws Exception {
    Path olderJava = TestJar.write(folder.resolve("older.jar"), "Premain-Class", OlderJava.class);

    ForkedJvm.Result result =
        jvm()
            .with("-javaagent:" + olderJava + "=1.7", TRACE, AgentJar.javaagent())
            .run(Quiet.class);

    assertThat(result.out()).isEqualTo("ran\n");
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("[executor-accounting] Java 1.7 is not supported");
    assertThat(Files.readString(folder.resolve("classes"))).doesNotContain("AgentSession");
  }

  @Test
  void strictStopsTheJvmForABadValue() throws Exception {
    ForkedJvm.Result result =
        jvm()
            .with("-Dexecutor.strict=true", "-Dexecutor.queue.size=many", AgentJar.javaagent())
            .run(Quiet.class);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("executor.queue.size").contains("executor.strict");
  }

  @Test
  void badValueAloneIsOneLine() throws Exception {
    ForkedJvm.Result result =
        jvm().with("-Dexecutor.queue.size=many", AgentJar.javaagent()).run(Quiet.class);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo("ran\n");
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("[executor-accounting]")
        .contains("executor.queue.size");
  }

  @Test
  void keyThatOthersMayReadIsOneLine() throws Exception {
    Path key = Files.write(folder.resolve("key"), new byte[32]);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    ForkedJvm.Result result =
        jvm().with("-Dexecutor.fingerprint.key-file=" + key, AgentJar.javaagent()).run(Quiet.class);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo("ran\n");
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("[executor-accounting]")
        .contains("chmod 600");
  }

  /** On JVMs that know such caches, a woven one crashes when it writes its own. */
  @Test
  void trainingOfAnAotCacheIsLeftAlone() throws Exception {
    Path application = TestJar.write(folder.resolve("application.jar"), "Main-Class", Quiet.class);

    ForkedJvm.Result result =
        jvm()
            .with("-XX:+IgnoreUnrecognizedVMOptions", "-XX:AOTCacheOutput=cache.aot")
            .with(AgentJar.javaagent())
            .runJar(application.toFile());

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("ran\n");
    assertThat(result.err()).contains("[executor-accounting] stands aside");
  }

  private ForkedJvm jvm() {
    return new ForkedJvm(folder);
  }
}
