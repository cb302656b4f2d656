/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing;

import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.PresentedCredentialReader;
import io.executoraccounting.agent.identity.grant.CredentialLineage;
import io.executoraccounting.agent.weaving.LoadedExtension;
import io.executoraccounting.agent.weaving.WeavingEngine;
import io.executoraccounting.bootstrap.FrameContext;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.Extension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Weaves extensions into this virtual machine while a test class runs, and shows what their
 * handlers tell the agent. For a static field with {@code @RegisterExtension}.
 *
 * <p>A test fails that leaves a frame on its thread: in a pool, the next task would be attributed
 * to it.
 */
public final class WovenAgent
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private final List<LoadedExtension> extensions;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CapturingService service =
      new CapturingService(new PresentedCredentialReader(Fingerprinter.random()));
  private @Nullable WeavingEngine engine;

  private WovenAgent(List<LoadedExtension> extensions) {
    this.extensions = extensions;
  }

  public static WovenAgent with(Extension... extensions) {
    List<LoadedExtension> loaded = new ArrayList<>();
    for (Extension extension : extensions) {
      loaded.add(LoadedExtension.of(extension));
    }
    return new WovenAgent(loaded);
  }

  /** What came of the credentials that were seen given out. */
  public CredentialLineage lineage() {
    return service.lineage();
  }

  /** Who watches which requests, in place of the agent's own, until the test is over. */
  public void watchGrants(GrantWatching watching) {
    service.watchGrants(watching);
  }

  /** Outbound calls that have ended, in the order of their ends. */
  public List<CapturedCall> calls() {
    return service.calls;
  }

  /** The one outbound call that has ended. */
  public CapturedCall onlyCall() {
    return only(service.calls, "outbound call");
  }

  /** What arrived, in order. */
  public List<CapturedArrival> inboundCalls() {
    return service.arrivals;
  }

  /** The one thing that arrived. */
  public CapturedArrival onlyInboundCall() {
    return only(service.arrivals, "inbound call");
  }

  /** What the weaving engine had to say since it was installed. */
  public List<String> lines() {
    return lines;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Accounting.serve(service);
    WeavingEngine installed =
        WeavingEngine.install(
            ByteBuddyAgent.install(), extensions, Collections.emptySet(), this::say);
    engine = installed;
    installed.weaveLoaded();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    service.reset();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    FrameContext left = FrameStack.current();
    if (left.top() != null || left.stale()) {
      throw new AssertionError("a frame was left on the test's thread: " + left.top());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Accounting.serve(null);
    if (engine != null) {
      engine.uninstall();
      engine = null;
    }
  }

  private void say(String line) {
    lines.add(line);
    System.err.println("[executor-accounting] " + line);
  }

  private static <T> T only(List<T> found, String what) {
    if (found.size() != 1) {
      throw new AssertionError("expected one " + what + " but there were " + found.size());
    }
    return found.get(0);
  }
}
