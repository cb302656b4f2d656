/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryVersionTest {
  @ParameterizedTest
  @CsvSource({
    "/lib/okhttp-5.3.0.jar, 5.3.0",
    "/lib/tomcat-embed-core-11.0.2-SNAPSHOT.jar, 11.0.2-SNAPSHOT",
    "nested:/app.jar/!BOOT-INF/lib/okhttp-jvm-5.3.0.jar!/, 5.3.0",
    "/lib/okhttp.jar, ''",
    "/opt/app-1.0/classes/, ''",
    "/opt/app-1.0/okhttp.jar, ''",
    "'', ''",
  })
  void readsVersionFromTheNameOfTheJar(String path, String version) {
    assertThat(WovenClass.versionOf(path)).isEqualTo(version);
  }
}
