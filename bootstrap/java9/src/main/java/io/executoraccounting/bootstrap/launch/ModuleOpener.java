/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.launch;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Exports what {@link Java9Doors} needs to the one loader it lives in. */
public final class ModuleOpener implements BiConsumer<ClassLoader, Instrumentation> {
  @Override
  public void accept(ClassLoader island, Instrumentation instrumentation) {
    Set<Module> islandAlone = Set.of(island.getUnnamedModule());
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", islandAlone, "jdk.internal.vm", islandAlone),
        Map.of(),
        Set.of(),
        Map.of());
  }
}
