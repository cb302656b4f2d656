/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

/**
 * Gives a person a name that is the same on every record and tells nobody who it is: {@code p1:<22
 * characters>}. Safe for use by many threads.
 */
public final class Pseudonymiser {
  private final Fingerprinter fingerprinter;

  public Pseudonymiser(Fingerprinter fingerprinter) {
    this.fingerprinter = fingerprinter;
  }

  /** The pseudonym of a namespaced id. */
  public String of(String id) {
    return "p1:" + fingerprinter.pseudonym(id);
  }
}
