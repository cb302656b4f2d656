/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import io.executoraccounting.agent.config.AgentLogger;
import io.executoraccounting.agent.config.TrustedIssuer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The work of the thread that fetches keys. It may be made on the thread that runs premain: what
 * opens connections or knows cryptography is loaded when it runs.
 */
public final class KeyRefreshing implements Runnable {
  private static final long REQUEST_MILLIS = 10_000;

  private final List<TrustedIssuer> trusted;
  private final RefreshPace pace;
  private final long requestMillis;
  private final AgentLogger log;
  private final Map<String, IssuerKeys> keys = new HashMap<>();
  private final IssuerVerifier verifier;
  private volatile List<KeyRefresh> refreshes = new ArrayList<>();
  private volatile boolean ended;

  public KeyRefreshing(List<TrustedIssuer> trusted, AgentLogger log) {
    this(trusted, RefreshPace.USUAL, REQUEST_MILLIS, log);
  }

  KeyRefreshing(
      List<TrustedIssuer> trusted, RefreshPace pace, long requestMillis, AgentLogger log) {
    this.trusted = trusted;
    this.pace = pace;
    this.requestMillis = requestMillis;
    this.log = log;
    for (TrustedIssuer issuer : trusted) {
      keys.put(issuer.issuer(), new IssuerKeys());
    }
    verifier = new IssuerVerifier(keys);
  }

  /** What tells, with the keys known at the time. */
  public IssuerVerifier verifier() {
    return verifier;
  }

  @Override
  public void run() {
    List<KeyRefresh> each = open();
    refreshes = each;
    while (!ended) {
      long rest = Long.MAX_VALUE;
      for (KeyRefresh refresh : each) {
        if (!ended && refresh.restNanos(System.nanoTime()) <= 0 && refresh.refresh()) {
          verifier.changed();
        }
        rest = Math.min(rest, refresh.restNanos(System.nanoTime()));
      }
      if (!ended && rest > 0) {
        LockSupport.parkNanos(this, rest);
      }
    }
  }

  private List<KeyRefresh> open() {
    List<KeyRefresh> each = new ArrayList<>();
    for (TrustedIssuer issuer : trusted) {
      String url = issuer.keys().url();
      KeySource source =
          url == null ? new KeyFile(issuer.keys().file()) : new KeyEndpoint(url, requestMillis);
      IssuerKeys known = keys.get(issuer.issuer());
      if (known != null) {
        known.refreshedBy(Thread.currentThread());
        each.add(new KeyRefresh(issuer, source, known, pace, log));
      }
    }
    return each;
  }

  /** Lets the thread that runs this end soon. */
  public void end(Thread thread) {
    ended = true;
    for (KeyRefresh refresh : refreshes) {
      refresh.cancel();
    }
    LockSupport.unpark(thread);
  }
}
