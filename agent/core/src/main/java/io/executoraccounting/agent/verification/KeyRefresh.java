/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import io.executoraccounting.agent.config.AgentLogger;
import io.executoraccounting.agent.config.TrustedIssuer;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keeps the keys of one issuer fresh; the last good ones stay. For one thread. */
final class KeyRefresh {
  private final TrustedIssuer issuer;
  private final KeySource source;
  private final IssuerKeys keys;
  private final RefreshPace pace;
  private final AgentLogger log;
  private byte[] last = new byte[0];
  private boolean begun;
  private int failures;
  private long readNanos;

  KeyRefresh(
      TrustedIssuer issuer, KeySource source, IssuerKeys keys, RefreshPace pace, AgentLogger log) {
    this.issuer = issuer;
    this.source = source;
    this.keys = keys;
    this.pace = pace;
    this.log = log;
  }

  /** How long it may rest, not positive if it is due. */
  long restNanos(long now) {
    if (!begun) {
      return 0;
    }
    long rest = keys.isWanted() ? pace.atLeastNanos() : pace.delayNanos(failures);
    return rest - (now - readNanos);
  }

  /** Reads the keys; true if they are others than before. */
  boolean refresh() {
    keys.takeWanted();
    boolean changed = false;
    String failure = null;
    try {
      byte[] text = source.read();
      changed = !Arrays.equals(text, last);
      if (changed) {
        replace(text);
      }
    } catch (IOException | RuntimeException e) {
      failure = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
    }
    begun = true;
    readNanos = System.nanoTime();
    say(failure);
    return changed && failure == null;
  }

  private void replace(byte[] text) throws IOException {
    KeySet fresh = KeySetParser.parse(text);
    for (VerificationKey key : fresh.keys()) {
      warmUp(key);
    }
    keys.replace(fresh);
    log.debug("executor.verification." + issuer.name() + ".jwks: " + fresh.keys().size() + " keys");
    last = text;
  }

  /** Providers and classes are set up here, and not when an application's thread needs them. */
  private static void warmUp(VerificationKey key) {
    String[] algorithms = {"RS256", "PS256", "ES256", "ES384", "ES512", "EdDSA"};
    for (String algorithm : algorithms) {
      if (key.fits(algorithm)) {
        key.verify(algorithm, new byte[1], new byte[256]);
      }
    }
  }

  /** Once for each outage, and when it is over. */
  private void say(@Nullable String failure) {
    String what = "executor.verification." + issuer.name() + ".jwks: ";
    if (failure == null) {
      if (failures > 0) {
        log.info(what + "works again");
      }
      failures = 0;
      return;
    }
    failures++;
    if (failures == 1) {
      String held =
          keys.current() == KeySet.EMPTY
              ? "; tokens of " + issuer.issuer() + " stay asserted until it works"
              : "; the keys known so far are used";
      log.warn(what + failure + held);
    }
  }

  void cancel() {
    source.cancel();
  }
}
