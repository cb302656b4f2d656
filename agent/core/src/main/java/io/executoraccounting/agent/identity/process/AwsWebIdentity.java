/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;
import org.jspecify.annotations.Nullable;

/**
 * The AWS role that web identity federation gives to a process by its environment. The other way,
 * {@code AWS_CONTAINER_CREDENTIALS_*}, names an address and no role.
 */
final class AwsWebIdentity implements IdentitySource {
  private static final String ROLE = ":role/";

  /** As CloudTrail writes an assumed role, without its session. */
  @Override
  public @Nullable ProcessIdentity identify(ProcessSurroundings surroundings) {
    String arn = surroundings.text("AWS_ROLE_ARN");
    if (arn == null || surroundings.fileOf("AWS_WEB_IDENTITY_TOKEN_FILE") == null) {
      return null;
    }
    int iam = arn.indexOf(":iam::");
    int role = arn.indexOf(ROLE);
    if (!arn.startsWith("arn:") || iam < 0 || role < iam) {
      return null;
    }
    String account = arn.substring(iam + ":iam::".length(), role);
    String name = arn.substring(Math.max(arn.lastIndexOf('/'), role + ROLE.length() - 1) + 1);
    if (name.isEmpty()) {
      return null;
    }
    ExecutorIdentity identity =
        ExecutorIdentity.of(
            arn.substring(0, iam) + ":sts::" + account + ":assumed-role/" + name,
            IdentityType.CLOUD_ROLE);
    String session = surroundings.text("AWS_ROLE_SESSION_NAME");
    return surroundings.identity(
        session == null ? identity : identity.withSessionId(session),
        "aws_web_identity",
        Verification.CONFIGURED);
  }
}
