/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The AWS role that web identity federation gives to a process by its environment. */
final class WebIdentityRole {
  private static final String ROLE = ":role/";

  private WebIdentityRole() {}

  /** As CloudTrail writes an assumed role, without its session; null if there is none. */
  static @Nullable ExecutorIdentity of(Map<String, String> environment) {
    String arn = environment.get("AWS_ROLE_ARN");
    if (arn == null || environment.get("AWS_WEB_IDENTITY_TOKEN_FILE") == null) {
      return null;
    }
    int iam = arn.indexOf(":iam::");
    int role = arn.indexOf(ROLE);
    if (!arn.startsWith("arn:") || iam < 0 || role < iam || !ClaimText.printable(arn)) {
      return null;
    }
    String account = arn.substring(iam + ":iam::".length(), role);
    String name = arn.substring(Math.max(arn.lastIndexOf('/'), role + ROLE.length() - 1) + 1);
    if (name.isEmpty() || arn.length() > ClaimText.MAX_LENGTH) {
      return null;
    }
    ExecutorIdentity identity =
        ExecutorIdentity.of(
            arn.substring(0, iam) + ":sts::" + account + ":assumed-role/" + name,
            IdentityType.CLOUD_ROLE);
    String session = environment.get("AWS_ROLE_SESSION_NAME");
    return session == null ? identity : identity.withSessionId(session);
  }
}
