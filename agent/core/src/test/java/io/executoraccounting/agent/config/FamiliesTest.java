/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys with a name in them: environments and extensions. */
class FamiliesTest {
  private static AgentConfig load(Map<String, String> properties, Map<String, String> environment) {
    LoadedConfig loaded = ConfigLoader.load(null, properties, environment);
    assertThat(loaded.problems()).isEmpty();
    return loaded.config();
  }

  @ParameterizedTest
  @CsvSource({
    "db.prod.example.com, production",
    "DB.PROD.EXAMPLE.COM, production",
    "10.0.3.4, production",
    "canary.prod.example.com, canary",
    "db.test.example.com, ",
    "prod.example.com, ",
    "110.0.3.4, ",
  })
  void hostBelongsToTheEnvironmentWhosePatternSaysMost(String host, String environment) {
    AgentConfig config =
        load(
            Map.of(
                "executor.environment.production", "*.prod.example.com, 10.0.*",
                "executor.environment.canary", "canary.prod.example.com"),
            Map.of());
    assertThat(config.environments().of(host)).isEqualTo(environment);
  }

  @Test
  void noHostBelongsToNoEnvironment() {
    assertThat(load(Map.of("executor.environment.all", "*"), Map.of()).environments().of(null))
        .isNull();
  }

  @Test
  void environmentCanBeNamedByAVariable() {
    assertThat(
            load(Map.of(), Map.of("EXECUTOR_ENVIRONMENT_PRE_PROD", "*.pre"))
                .environments()
                .of("a.pre"))
        .isEqualTo("pre-prod");
  }

  @Test
  void extensionIsSwitchedOffByPropertyOrVariable() {
    assertThat(
            load(Map.of("executor.extension.servlet-3.0.enabled", "false"), Map.of())
                .extensions()
                .isEnabled("servlet-3.0"))
        .isFalse();
    AgentConfig byVariable =
        load(Map.of(), Map.of("EXECUTOR_EXTENSION_SERVLET_3_0_ENABLED", "false"));
    assertThat(byVariable.extensions().isEnabled("servlet-3.0")).isFalse();
    assertThat(byVariable.extensions().isEnabled("servlet-5.0")).isTrue();
  }

  @Test
  void propertyGoesBeforeTheVariableOfTheSameExtension() {
    assertThat(
            load(
                    Map.of("executor.extension.jdbc.enabled", "true"),
                    Map.of("EXECUTOR_EXTENSION_JDBC_ENABLED", "false"))
                .extensions()
                .isEnabled("jdbc"))
        .isTrue();
  }

  @Test
  void entryPointsNameClassAndMethod() {
    assertThat(
            load(
                    Map.of("executor.agent.entrypoints", "com.acme.Bot#run, com.acme.A$B#go"),
                    Map.of())
                .extensions()
                .entryPoints())
        .extracting(EntryPoint::className, EntryPoint::methodName)
        .containsExactly(tuple("com.acme.Bot", "run"), tuple("com.acme.A$B", "go"));
  }

  @Test
  void serviceNameGoesBeforeTheOneAmongTheAttributes() {
    Map<String, String> attributes =
        Map.of("otel.resource.attributes", "service.name=a,service.version=1");
    assertThat(load(attributes, Map.of()).service().name()).isEqualTo("a");
    assertThat(load(attributes, Map.of("OTEL_SERVICE_NAME", "b")).service().name()).isEqualTo("b");
  }
}
