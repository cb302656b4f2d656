/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.config.EnvironmentConfig;
import org.jspecify.annotations.Nullable;

/**
 * A process or a credential of one environment that reaches another. Each of them counts where the
 * configured host patterns know its environment.
 */
final class EnvironmentCrossing implements Condition {
  private final EnvironmentConfig environments;
  private final @Nullable String own;

  EnvironmentCrossing(EnvironmentConfig environments, @Nullable String own) {
    this.environments = environments;
    this.own = own != null && environments.names().contains(own) ? own : null;
  }

  @Override
  public boolean isMet(AccountingRecord record) {
    String reached = record.environment();
    return reached != null
        && (differs(own, reached)
            || differs(issued(record.authority().credential().issuer()), reached));
  }

  private static boolean differs(@Nullable String environment, String reached) {
    return environment != null && !environment.equals(reached);
  }

  private @Nullable String issued(@Nullable String issuer) {
    return issuer == null ? null : environments.of(host(issuer));
  }

  /** Of a URL; an issuer that is none may well be a host. */
  private static String host(String issuer) {
    int scheme = issuer.indexOf("://");
    int from = scheme < 0 ? 0 : scheme + 3;
    int to = from;
    while (to < issuer.length() && "/:?#".indexOf(issuer.charAt(to)) < 0) {
      to++;
    }
    return issuer.substring(from, to);
  }
}
