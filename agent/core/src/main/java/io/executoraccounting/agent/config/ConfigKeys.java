/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Every key there is, in the order of the reference. */
final class ConfigKeys {
  static final ConfigKey<File> CONFIG =
      ConfigKey.optional(
          "executor.config",
          new PathParser(),
          "The configuration file; not a key of the file itself. A file named after the jar,"
              + " `-javaagent:executor-accounting-agent.jar=FILE`, goes before it.",
          "Without any file everything has its default.");

  private ConfigKeys() {}

  static List<ConfigKey<?>> all() {
    List<ConfigKey<?>> keys = new ArrayList<>();
    keys.addAll(Arrays.asList(AgentConfig.ENABLED, CONFIG, AgentConfig.STRICT));
    keys.addAll(Arrays.asList(ServiceConfig.NAME, ServiceConfig.RESOURCE_ATTRIBUTES));
    keys.addAll(Arrays.asList(ExportConfig.EXPORTER, ExportConfig.QUEUE_SIZE));
    keys.addAll(OtlpConfig.keys());
    keys.addAll(Arrays.asList(FileConfig.PATH, FileConfig.MAX_SIZE, FileConfig.MAX_FILES));
    keys.addAll(
        Arrays.asList(
            IdentityConfig.KEY_FILES,
            IdentityConfig.PSEUDONYMISE,
            IdentityConfig.CREDENTIAL_ID,
            IdentityConfig.SVID_FILE));
    keys.addAll(Arrays.asList(VerificationConfig.ISSUER, VerificationConfig.JWKS));
    keys.add(EnvironmentConfig.HOSTS);
    keys.addAll(PolicyKeys.all());
    keys.addAll(
        Arrays.asList(
            ExtensionConfig.ENTRY_POINTS, ExtensionConfig.ENABLED, ExtensionConfig.DIRECTORY));
    keys.addAll(Arrays.asList(LogConfig.LEVEL, LogConfig.FILE));
    return Collections.unmodifiableList(keys);
  }
}
