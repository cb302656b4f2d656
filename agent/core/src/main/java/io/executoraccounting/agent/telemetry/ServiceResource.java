/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.config.ServiceConfig;
import io.executoraccounting.agent.identity.ProcessIdentity;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Map;

/** The resource and the scope that all spans of this process share. */
final class ServiceResource {
  private static final String SCHEMA_VERSION = "1";

  private ServiceResource() {}

  /**
   * @param instanceId random for this run: sequence numbers start again with it
   * @param pid 0 if unknown
   */
  static RecordSpan.Frame of(
      ServiceConfig config,
      ProcessIdentity process,
      String instanceId,
      long pid,
      Scrubber scrubber) {
    AttributesBuilder own = Attributes.builder();
    own.put("service.instance.id", instanceId);
    own.put("telemetry.distro.name", "executor-accounting");
    own.put("telemetry.distro.version", AgentVersion.VALUE);
    if (pid > 0) {
      own.put("process.pid", pid);
    }
    String host = HostName.get();
    if (!host.isEmpty()) {
      own.put("host.name", host);
    }
    own.put(ExecutorKeys.PROCESS_IDENTITY_SOURCE, process.source());
    put(process.facts(), scrubber, own);
    put(config.resourceAttributes(), scrubber, own);
    if (config.name() != null) {
      own.put("service.name", config.name());
    }
    InstrumentationScopeInfo scope =
        InstrumentationScopeInfo.builder("io.executoraccounting")
            .setVersion(AgentVersion.VALUE)
            .setAttributes(Attributes.of(ExecutorKeys.SCHEMA_VERSION, SCHEMA_VERSION))
            .build();
    return new RecordSpan.Frame(Resource.getDefault().merge(Resource.create(own.build())), scope);
  }

  private static void put(
      Map<String, String> attributes, Scrubber scrubber, AttributesBuilder into) {
    for (Map.Entry<String, String> given : attributes.entrySet()) {
      if (!scrubber.isSecret(given.getKey(), given.getValue())) {
        into.put(given.getKey(), given.getValue());
      }
    }
  }
}
