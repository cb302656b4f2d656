/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the service is called, by the keys that OpenTelemetry has for it. Immutable. */
public final class ServiceConfig {
  static final ConfigKey<String> NAME =
      ConfigKey.optional(
          "otel.service.name",
          new TextParser("a name"),
          "`service.name` of every record; goes before one in `otel.resource.attributes`. Without"
              + " either it is `unknown_service:java`.",
          "Set it: it is part of the identity of a process that has no other.");
  static final ConfigKey<Map<String, String>> RESOURCE_ATTRIBUTES =
      ConfigKey.optional(
          "otel.resource.attributes",
          new PairsParser(),
          "Attributes of the resource that all records share.",
          "Name `deployment.environment.name` and `service.version` here.");

  private final @Nullable String name;
  private final Map<String, String> resourceAttributes;

  private ServiceConfig(@Nullable String name, Map<String, String> resourceAttributes) {
    this.name = name;
    this.resourceAttributes = resourceAttributes;
  }

  static ServiceConfig read(Settings settings) {
    Map<String, String> attributes = settings.optional(RESOURCE_ATTRIBUTES);
    Map<String, String> known = attributes == null ? Collections.emptyMap() : attributes;
    String name = settings.optional(NAME);
    return new ServiceConfig(name == null ? known.get("service.name") : name, known);
  }

  /** The configured name; null if nobody gave one. */
  public @Nullable String name() {
    return name;
  }

  public Map<String, String> resourceAttributes() {
    return resourceAttributes;
  }
}
