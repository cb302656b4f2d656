/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import io.executoraccounting.agent.config.Forbidden;

/** What each word of {@code forbid} means. */
final class Conditions {
  private final EnvironmentCrossing environmentCrossing;
  private final SharedCredentials sharedCredentials;

  Conditions(EnvironmentCrossing environmentCrossing, SharedCredentials sharedCredentials) {
    this.environmentCrossing = environmentCrossing;
    this.sharedCredentials = sharedCredentials;
  }

  Condition of(Forbidden word) {
    switch (word) {
      case EXPIRED:
        return CredentialConditions::isExpired;
      case LONG_LIVED:
        return CredentialConditions::isLongLived;
      case AUDIENCE_MISMATCH:
        return CredentialConditions::isForAnotherAudience;
      case PASSTHROUGH:
        return CredentialConditions::isPassedThrough;
      case PLAIN_TEXT:
        return PlainText::isMet;
      case SHARED_CREDENTIAL:
        return sharedCredentials;
      case UNATTRIBUTED:
        return IdentityConditions::isUnattributed;
      case HUMAN_TOKEN_IN_WORKLOAD:
        return IdentityConditions::isHumanTokenInWorkload;
      case WORKLOAD_TOKEN_FOR_HUMAN:
        return IdentityConditions::isWorkloadTokenForHuman;
      case ENVIRONMENT_CROSSING:
        return environmentCrossing;
    }
    throw new AssertionError(word);
  }
}
