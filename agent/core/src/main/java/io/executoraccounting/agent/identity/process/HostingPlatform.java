/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.AwsKeyId;
import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;
import org.jspecify.annotations.Nullable;

/**
 * The function, service or site that a platform runs this process as. Its role or service account
 * stands in no variable, and the metadata service is not asked, so that it is a workload.
 */
final class HostingPlatform implements IdentitySource {
  @Override
  public @Nullable ProcessIdentity identify(ProcessSurroundings surroundings) {
    ProcessIdentity found = lambda(surroundings);
    if (found == null) {
      found = google(surroundings, "app_engine", "app-engine:", "GAE_SERVICE");
    }
    if (found == null) {
      found = google(surroundings, "cloud_run", "cloud-run-job:", "CLOUD_RUN_JOB");
    }
    if (found == null) {
      found = google(surroundings, "cloud_run", "cloud-run:", "K_SERVICE");
    }
    return found == null ? appService(surroundings) : found;
  }

  private static @Nullable ProcessIdentity lambda(ProcessSurroundings surroundings) {
    String function = surroundings.text("AWS_LAMBDA_FUNCTION_NAME");
    String region = surroundings.text("AWS_REGION");
    if (function == null || region == null) {
      return null;
    }
    String key = surroundings.text("AWS_ACCESS_KEY_ID");
    String account = key == null ? null : AwsKeyId.account(key);
    // With SnapStart there is no key among the variables, and so no account.
    String id =
        account == null
            ? "aws-lambda:" + region + "/" + function
            : arn(region) + ":" + account + ":function:" + function;
    return workload(surroundings, "aws_lambda", id);
  }

  private static String arn(String region) {
    String partition = "aws";
    if (region.startsWith("cn-")) {
      partition = "aws-cn";
    } else if (region.startsWith("us-gov-")) {
      partition = "aws-us-gov";
    }
    return "arn:" + partition + ":lambda:" + region;
  }

  /** The project is a variable in App Engine, and in Cloud Run where the deployer sets it. */
  private static @Nullable ProcessIdentity google(
      ProcessSurroundings surroundings, String source, String namespace, String variable) {
    String name = surroundings.text(variable);
    String project = surroundings.text("GOOGLE_CLOUD_PROJECT");
    return name == null
        ? null
        : workload(
            surroundings, source, namespace + (project == null ? name : project + "/" + name));
  }

  /** Names of sites are unique in all of Azure: they are host names. */
  private static @Nullable ProcessIdentity appService(ProcessSurroundings surroundings) {
    String site = surroundings.text("WEBSITE_SITE_NAME");
    return site == null
        ? null
        : workload(surroundings, "azure_app_service", "azure-app-service:" + site);
  }

  private static ProcessIdentity workload(
      ProcessSurroundings surroundings, String source, String id) {
    return surroundings.identity(
        ExecutorIdentity.of(id, IdentityType.WORKLOAD), source, Verification.INFERRED);
  }
}
