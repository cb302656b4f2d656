/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.List;
import java.util.Map;

/** Issuers as a configuration has them. */
public final class TrustedIssuers {
  private TrustedIssuers() {}

  public static List<TrustedIssuer> of(String issuer, String jwks) {
    LoadedConfig loaded =
        ConfigLoader.load(
            null,
            Map.of(
                "executor.verification.main.issuer",
                issuer,
                "executor.verification.main.jwks",
                jwks),
            Map.of());
    return loaded.config().verification().issuers();
  }
}
