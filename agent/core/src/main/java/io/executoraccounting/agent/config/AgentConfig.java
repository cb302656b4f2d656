/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

/** All that is configured, by concern. Immutable. */
public final class AgentConfig {
  static final ConfigKey<Boolean> ENABLED =
      ConfigKey.withDefault(
          "executor.enabled",
          new FlagParser(),
          "true",
          "Whether the agent does anything at all.",
          "`false` turns it off without touching the command line.");
  static final ConfigKey<Boolean> STRICT =
      ConfigKey.withDefault(
          "executor.strict",
          new FlagParser(),
          "false",
          "Whether the JVM stops at a bad value instead of using the default.",
          "Turn it on where an unaccounted start is worse than none.");

  private final boolean enabled;
  private final boolean strict;
  private final LogConfig log;
  private final ServiceConfig service;
  private final IdentityConfig identity;
  private final VerificationConfig verification;
  private final EnvironmentConfig environments;
  private final PolicyConfig policy;
  private final ExtensionConfig extensions;
  private final ExportConfig export;

  private AgentConfig(Settings settings) {
    enabled = settings.value(ENABLED);
    strict = settings.value(STRICT);
    log = LogConfig.read(settings);
    service = ServiceConfig.read(settings);
    identity = IdentityConfig.read(settings);
    verification = VerificationConfig.read(settings);
    environments = EnvironmentConfig.read(settings);
    policy = PolicyConfig.read(settings, environments);
    extensions = ExtensionConfig.read(settings);
    export = ExportConfig.read(settings);
  }

  static AgentConfig read(Settings settings) {
    return new AgentConfig(settings);
  }

  public boolean enabled() {
    return enabled;
  }

  boolean strict() {
    return strict;
  }

  public LogConfig log() {
    return log;
  }

  public ServiceConfig service() {
    return service;
  }

  public IdentityConfig identity() {
    return identity;
  }

  public VerificationConfig verification() {
    return verification;
  }

  public EnvironmentConfig environments() {
    return environments;
  }

  public PolicyConfig policy() {
    return policy;
  }

  public ExtensionConfig extensions() {
    return extensions;
  }

  public ExportConfig export() {
    return export;
  }
}
