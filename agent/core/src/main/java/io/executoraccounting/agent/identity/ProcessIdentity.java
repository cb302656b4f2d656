/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.Verification;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which workload this process is, and where that is known from. Immutable. */
public final class ProcessIdentity {
  private final ExecutorIdentity identity;
  private final String source;
  private final Verification verification;
  private final String serviceName;
  private final @Nullable Actor initiator;
  private final Map<String, String> facts;

  private ProcessIdentity(
      ExecutorIdentity identity,
      String source,
      Verification verification,
      String serviceName,
      @Nullable Actor initiator,
      Map<String, String> facts) {
    this.identity = identity;
    this.source = source;
    this.verification = verification;
    this.serviceName = serviceName;
    this.initiator = initiator;
    this.facts = facts;
  }

  /**
   * @param source what it was read from, in one word; the values are in docs/process-identity.md
   * @param serviceName {@code service.name}
   */
  public static ProcessIdentity of(
      ExecutorIdentity identity, String source, Verification verification, String serviceName) {
    return new ProcessIdentity(
        identity, source, verification, serviceName, null, Collections.emptyMap());
  }

  /** The same process, which somebody started; null where that is not known. */
  public ProcessIdentity startedBy(@Nullable Actor initiator) {
    return new ProcessIdentity(identity, source, verification, serviceName, initiator, facts);
  }

  /** The same process, with an attribute that OpenTelemetry has for resources. */
  public ProcessIdentity with(String attribute, String value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(attribute, value);
    return new ProcessIdentity(
        identity, source, verification, serviceName, initiator, Collections.unmodifiableMap(more));
  }

  public ExecutorIdentity identity() {
    return identity;
  }

  /** What it was read from, as {@code executor.process.identity.source}. */
  public String source() {
    return source;
  }

  public Verification verification() {
    return verification;
  }

  /** {@code service.name}; {@code unknown_service:java} if nobody gave one. */
  public String serviceName() {
    return serviceName;
  }

  /**
   * Who set the whole process going, as a build server says who started a job; null if nobody is
   * known to have.
   */
  public @Nullable Actor initiator() {
    return initiator;
  }

  /** What else its source says of it, under OpenTelemetry's names for attributes of resources. */
  public Map<String, String> facts() {
    return facts;
  }
}
