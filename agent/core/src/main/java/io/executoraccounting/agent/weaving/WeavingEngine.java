/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.bootstrap.IndyEntry;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies extensions to the classes of this virtual machine. One engine at a time: it serves the
 * call sites through {@link IndyEntry}.
 */
public final class WeavingEngine {
  private final Instrumentation instrumentation;
  private final WeavingLog log;
  private final AppliedExtensions applied;
  private final WovenClasses woven = new WovenClasses();
  private final List<LoadedExtension> extensions;
  private final WeavingTransformer transformer;
  private final LoadedClasses loadedClasses;

  private WeavingEngine(
      Instrumentation instrumentation,
      List<LoadedExtension> extensions,
      Set<ClassLoader> ownLoaders,
      WeavingLog log) {
    this.instrumentation = instrumentation;
    this.log = log;
    Map<String, LoadedExtension> byName = new LinkedHashMap<>();
    for (LoadedExtension extension : extensions) {
      if (byName.containsKey(extension.name())) {
        log.warn("extension " + extension.name() + " is there twice; the first is used");
      } else {
        byName.put(extension.name(), extension);
      }
    }
    this.extensions = new ArrayList<>(byName.values());
    ModuleAccess modules = new ModuleAccess(instrumentation);
    this.applied = new AppliedExtensions(modules, log);
    FrontFilter filter = new FrontFilter(this.extensions);
    this.transformer = new WeavingTransformer(filter, applied, woven, ownLoaders);
    this.loadedClasses = new LoadedClasses(instrumentation, filter);
    IndyEntry.resolver(new HandlerLinker(byName, applied, modules));
  }

  /**
   * Weaves every class that is loaded from now on. Classes that are loaded already wait for {@link
   * #weaveLoaded()}.
   *
   * @param ownLoaders the agent's loaders, whose classes are never woven
   */
  public static WeavingEngine install(
      Instrumentation instrumentation,
      List<LoadedExtension> extensions,
      Set<ClassLoader> ownLoaders,
      WeavingLog log) {
    WeavingEngine engine =
        new WeavingEngine(
            instrumentation, extensions, Collections.unmodifiableSet(ownLoaders), log);
    instrumentation.addTransformer(engine.transformer, true);
    return engine;
  }

  /**
   * Weaves the classes that are loaded already, in batches. Takes its time: on a running
   * application call it on a thread of the agent.
   *
   * <p>Looks again after that: no transformer is shown the classes that are loaded while one is at
   * work on the same thread, and the first weaving loads many.
   */
  public void weaveLoaded() {
    Retransformation retransformation = new Retransformation(instrumentation, log);
    Set<Class<?>> examined = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Class<?>> waiting = loadedClasses.wanted(woven, examined);
    while (!waiting.isEmpty()) {
      retransformation.of(waiting);
      waiting = loadedClasses.wanted(woven, examined);
    }
    retransformation.sayFailures();
  }

  /** Stops calling the handlers of one extension, at once and everywhere. */
  public void disableExtension(String name) {
    applied.disable(name);
  }

  /**
   * Takes every weaving back: handlers are not called any more when this begins, the classes have
   * their original bytes when it returns, and the plugin loaders can be collected.
   */
  public void uninstall() {
    IndyEntry.resolver(null);
    applied.withdraw();
    instrumentation.removeTransformer(transformer);
    Retransformation retransformation = new Retransformation(instrumentation, log);
    retransformation.of(loadedClasses.among(woven));
    retransformation.sayFailures();
    extensions.forEach(LoadedExtension::release);
  }
}
