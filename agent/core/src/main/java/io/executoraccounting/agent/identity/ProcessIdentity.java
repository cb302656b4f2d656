/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which workload this process is, and where that is known from. Immutable. */
public final class ProcessIdentity {
  private final ExecutorIdentity identity;
  private final String source;
  private final Verification verification;
  private final String serviceName;

  private ProcessIdentity(
      ExecutorIdentity identity, String source, Verification verification, String serviceName) {
    this.identity = identity;
    this.source = source;
    this.verification = verification;
    this.serviceName = serviceName;
  }

  /**
   * The most specific identity that the environment states for certain.
   *
   * @param environment the variables of the process
   * @param osUser the user it runs as
   * @param serviceName {@code service.name}, null if nobody gave one
   * @param serviceAccount what was read from the pod's service account token, null outside a pod
   */
  public static ProcessIdentity of(
      Map<String, String> environment,
      String osUser,
      @Nullable String serviceName,
      @Nullable ExecutorIdentity serviceAccount) {
    String service = serviceName == null ? "unknown_service:java" : serviceName;
    if (serviceAccount != null) {
      return new ProcessIdentity(
          serviceAccount, "kubernetes_token", Verification.ASSERTED, service);
    }
    ExecutorIdentity role = WebIdentityRole.of(environment);
    if (role != null) {
      return new ProcessIdentity(role, "aws_web_identity", Verification.CONFIGURED, service);
    }
    ExecutorIdentity job = CiJob.of(environment);
    if (job != null) {
      return new ProcessIdentity(job, "ci_environment", Verification.INFERRED, service);
    }
    ExecutorIdentity user =
        ExecutorIdentity.of("os:" + osUser + "@" + service, IdentityType.WORKLOAD)
            .withName(service);
    return new ProcessIdentity(user, "os_user", Verification.INFERRED, service);
  }

  public ExecutorIdentity identity() {
    return identity;
  }

  /**
   * {@code kubernetes_token}, {@code aws_web_identity}, {@code ci_environment}, {@code os_user}.
   */
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
}
