/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import io.executoraccounting.agent.config.AgentLogger;
import io.executoraccounting.agent.config.TrustedIssuers;
import io.executoraccounting.agent.identity.SignatureVerifier.Verdict;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The thread that refreshes keys, as a test paces it. */
final class Refreshing implements AutoCloseable, AgentLogger {
  final List<String> lines = new CopyOnWriteArrayList<>();
  private final KeyRefreshing refreshing;
  private final Thread thread;

  /**
   * @param everyMillis between two reads
   * @param atLeastMillis between two reads when a key is missed
   */
  Refreshing(String location, long everyMillis, long atLeastMillis, long requestMillis) {
    RefreshPace pace =
        new RefreshPace(
            TimeUnit.MILLISECONDS.toNanos(everyMillis),
            TimeUnit.MILLISECONDS.toNanos(atLeastMillis));
    refreshing =
        new KeyRefreshing(TrustedIssuers.of(Signing.ISSUER, location), pace, requestMillis, this);
    thread = new Thread(refreshing, "keys");
    thread.start();
  }

  Verdict verdict(String token, String keyId) {
    return refreshing.verifier().verify(token, Signing.ISSUER, "RS256", keyId);
  }

  IssuerVerifier verifier() {
    return refreshing.verifier();
  }

  boolean isRunning() {
    return thread.isAlive();
  }

  @Override
  public void close() throws InterruptedException {
    refreshing.end(thread);
    thread.join(5_000);
  }

  @Override
  public void error(String line) {
    lines.add(line);
  }

  @Override
  public void warn(String line) {
    lines.add(line);
  }

  @Override
  public void info(String line) {
    lines.add(line);
  }

  @Override
  public void debug(String line) {
    // How many keys there are is of no interest here.
  }
}
