/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

/** An issuer whose tokens the agent checks, and the keys it checks them with. Immutable. */
public final class TrustedIssuer {
  private final String name;
  private final String issuer;
  private final KeySetLocation keys;

  TrustedIssuer(String name, String issuer, KeySetLocation keys) {
    this.name = name;
    this.issuer = issuer;
    this.keys = keys;
  }

  /** What stands in place of {@code <name>} in its keys. */
  public String name() {
    return name;
  }

  /** The claim {@code iss}, character by character. */
  public String issuer() {
    return issuer;
  }

  public KeySetLocation keys() {
    return keys;
  }
}
