/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.agent.weaving.fixture.FixtureExtension;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import net.bytebuddy.agent.ByteBuddyAgent;

/** An engine for the time of a test. */
final class TestEngine implements AutoCloseable {
  static final Instrumentation INSTRUMENTATION = ByteBuddyAgent.install();

  final List<String> lines = new CopyOnWriteArrayList<>();
  final WeavingEngine engine;

  TestEngine(FixtureExtension... extensions) {
    Seen.EVENTS.clear();
    List<LoadedExtension> loaded = new ArrayList<>();
    for (FixtureExtension extension : extensions) {
      loaded.add(LoadedExtension.of(extension));
    }
    engine = WeavingEngine.install(INSTRUMENTATION, loaded, Set.of(), lines::add);
    engine.weaveLoaded();
  }

  @Override
  public void close() {
    engine.uninstall();
  }
}
