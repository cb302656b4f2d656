/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.attribution.Attribution;
import io.executoraccounting.agent.attribution.CallAccounting;
import io.executoraccounting.agent.attribution.LoadedApplicationSpans;
import io.executoraccounting.agent.config.AgentConfig;
import io.executoraccounting.agent.config.PolicyRule;
import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.PresentedCredentialReader;
import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.agent.identity.grant.GrantTable;
import io.executoraccounting.agent.identity.grant.GrantWatcher;
import io.executoraccounting.agent.telemetry.Drops;
import io.executoraccounting.agent.telemetry.Pipeline;
import io.executoraccounting.agent.weaving.WeavingEngine;
import io.executoraccounting.bootstrap.ObservedAgent;
import io.executoraccounting.bootstrap.ObservedRecords;
import io.executoraccounting.bootstrap.TaskCarrier;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.CredentialReader;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent while it is in a JVM. {@link #begin()} does what must precede the application; the rest
 * starts on a thread of its own. Running it takes the agent out again.
 */
final class RunningAgent implements Runnable {
  /** How long the end of the JVM, or a detach, waits for records to leave. */
  private static final long FLUSH_MILLIS = 5_000;

  /** How long an attach waits for the classes that are loaded already. */
  private static final long START_MILLIS = 60_000;

  private final AgentConfig config;
  private final AgentLog log;
  private final KeyFiles keyFiles;
  private final Fingerprinter fingerprinter;
  private final GrantTable grants = new GrantTable();
  private final Drops drops = new Drops();
  private final WaitingSink sink;
  private final LoadedApplicationSpans applicationSpans = new LoadedApplicationSpans();
  private final TracingWatch tracing;
  private final SignatureChecks signatures;
  private final WeavingEngine engine;
  private final CallAccounting accounting;
  private final Thread starting;
  private final Thread atShutdown;
  private volatile @Nullable Pipeline pipeline;

  /**
   * @throws IOException if the fingerprint key cannot be had: another key would make fingerprints
   *     that match nobody's
   */
  RunningAgent(AgentConfig config, AgentLog log, Instrumentation instrumentation)
      throws IOException {
    this.config = config;
    this.log = log;
    this.keyFiles = new KeyFiles(config.identity().keyFiles());
    this.fingerprinter = keyFiles.fingerprinter();
    this.sink = new WaitingSink(config.export().queueSize(), drops);
    this.engine =
        WeavingEngine.install(
            instrumentation,
            Extensions.of(config.extensions(), log),
            Collections.singleton(RunningAgent.class.getClassLoader()),
            log);
    this.signatures = SignatureChecks.of(config.verification().issuers(), log);
    CredentialReader credentials =
        new PresentedCredentialReader(fingerprinter, signatures.verifier());
    this.accounting =
        new CallAccounting(
            credentials, new GrantWatcher(credentials, grants), sink, applicationSpans);
    this.tracing = new TracingWatch(applicationSpans, instrumentation);
    this.starting = AgentThreads.daemon("executor-accounting-start", new Rest());
    this.atShutdown = AgentThreads.plain("executor-accounting-flush", new Flush());
  }

  void begin() {
    accounting.handOversSeen(false);
    Accounting.serve(accounting);
    ObservedRecords.serve(new Observed());
    Runtime.getRuntime().addShutdownHook(atShutdown);
    starting.start();
  }

  /**
   * Waits until the classes that are loaded already are woven, so that who attaches is told so once
   * calls are recorded. A JVM so busy that this takes longer is attached to nevertheless.
   */
  void awaitStarted() {
    awaitStarted(START_MILLIS);
  }

  /** Detaches: afterwards no class is woven, no thread is the agent's, and nothing is queued. */
  @Override
  public void run() {
    Accounting.serve(null);
    ObservedRecords.serve(null);
    flush();
    tracing.end(FLUSH_MILLIS);
    signatures.end(FLUSH_MILLIS);
    engine.uninstall();
    TaskCarrier.clear();
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException jvmEndsAnyway) {
      return;
    }
  }

  private void awaitStarted(long millis) {
    try {
      starting.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void flush() {
    awaitStarted(FLUSH_MILLIS);
    Pipeline started = pipeline;
    if (started != null) {
      started.close(FLUSH_MILLIS);
      return;
    }
    long lost = sink.waiting() + drops.untold();
    if (lost > 0) {
      log.error(lost + " records are lost: the JVM ended before the agent had started");
    }
  }

  private void startRest() {
    try {
      // What was fingerprinted before still waits, and goes nowhere if the key is refused.
      keyFiles.refuseShared(log);
      signatures.start();
      engine.weaveLoaded();
      accounting.handOversSeen(true);
      ProcessIdentity process = ProcessAttribution.process(config, accounting.credentials(), log);
      Attribution attribution = ProcessAttribution.of(config, process, fingerprinter, grants);
      Pipeline started =
          Pipeline.start(config, process, attribution, RecordStages.of(config), drops, log);
      pipeline = started;
      sink.open(started);
      tracing.start();
    } catch (IOException refused) {
      stop(refused.getMessage());
    } catch (RuntimeException | LinkageError e) {
      stop(e.toString());
    }
  }

  private void stop(@Nullable String why) {
    Accounting.serve(null);
    ObservedRecords.serve(null);
    sink.discard();
    signatures.end(FLUSH_MILLIS);
    log.error("stopped, nothing is recorded: " + why);
    engine.uninstall();
  }

  private final class Rest implements Runnable {
    @Override
    public void run() {
      startRest();
    }
  }

  private final class Flush implements Runnable {
    @Override
    public void run() {
      flush();
    }
  }

  private final class Observed implements ObservedAgent {
    @Override
    public boolean awaitRecorded(long timeoutMillis) {
      long beganNanos = System.nanoTime();
      // Joining for 0 ms would be for ever.
      awaitStarted(Math.max(1, timeoutMillis));
      long spentMillis = (System.nanoTime() - beganNanos) / 1_000_000L;
      Pipeline started = pipeline;
      return started != null && started.awaitRecorded(Math.max(0, timeoutMillis - spentMillis));
    }

    @Override
    public List<String> policyRules() {
      List<String> ids = new ArrayList<>();
      for (PolicyRule rule : config.policy().rules()) {
        ids.add(rule.id());
      }
      return ids;
    }
  }
}
