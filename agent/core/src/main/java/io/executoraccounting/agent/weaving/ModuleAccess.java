/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.spi.OpenedPackage;
import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets the handlers of one plugin loader, and nobody else, see packages that modules keep to
 * themselves: the package of the class they are woven into, and those the extension names. Does
 * nothing before Java 9.
 */
final class ModuleAccess {
  private final Instrumentation instrumentation;
  private final @Nullable ModuleApi api;

  ModuleAccess(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
    this.api = ModuleApi.present();
  }

  /** Opens what the extension asks for; a package that this runtime does not have is left out. */
  void openNamed(LoadedExtension extension, PluginLoader plugin) {
    if (api == null) {
      return;
    }
    for (OpenedPackage opened : extension.opens()) {
      Object module = api.inBootLayer(opened.module());
      if (module != null && api.hasPackage(module, opened.name())) {
        Map<String, Set<Object>> packages = toReader(opened.name(), plugin);
        api.redefine(instrumentation, module, packages, packages);
      }
    }
  }

  /** Exports the package of a woven class. */
  void export(Class<?> woven, PluginLoader plugin) {
    if (api != null) {
      export(api.moduleOf(woven), packageOf(woven.getName()), plugin);
    }
  }

  /** Exports the package of a woven class of the JDK that may not be defined yet. */
  void exportFromJdk(String className, PluginLoader plugin) {
    String name = packageOf(className);
    // Whatever java.* has, it exports.
    if (api != null && !name.startsWith("java.")) {
      Object module = api.inBootLayerWithPackage(name);
      if (module != null) {
        export(module, name, plugin);
      }
    }
  }

  private void export(Object module, String name, PluginLoader plugin) {
    ModuleApi present = api;
    if (present != null
        && present.isNamed(module)
        && !present.isExported(module, name, present.unnamedModuleOf(plugin))) {
      present.redefine(instrumentation, module, toReader(name, plugin), Collections.emptyMap());
    }
  }

  private Map<String, Set<Object>> toReader(String name, PluginLoader plugin) {
    return api == null
        ? Collections.emptyMap()
        : Collections.singletonMap(name, Collections.singleton(api.unnamedModuleOf(plugin)));
  }

  private static String packageOf(String className) {
    int end = className.lastIndexOf('.');
    return end < 0 ? "" : className.substring(0, end);
  }
}
