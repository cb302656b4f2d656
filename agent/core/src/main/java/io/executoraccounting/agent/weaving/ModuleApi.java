/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The module system as Java 9 has it, by reflection: the agent is compiled for Java 8. */
final class ModuleApi {
  private final Class<?> module;
  private final Object bootLayer;

  private ModuleApi(Class<?> module, Object bootLayer) {
    this.module = module;
    this.bootLayer = bootLayer;
  }

  /** Null before Java 9. */
  static @Nullable ModuleApi present() {
    try {
      Class<?> layer = Class.forName("java.lang.ModuleLayer");
      return new ModuleApi(Class.forName("java.lang.Module"), layer.getMethod("boot").invoke(null));
    } catch (ReflectiveOperationException beforeJava9) {
      return null;
    }
  }

  Object moduleOf(Class<?> type) {
    return call(Class.class, "getModule", type);
  }

  Object unnamedModuleOf(ClassLoader loader) {
    return call(ClassLoader.class, "getUnnamedModule", loader);
  }

  boolean isNamed(Object of) {
    return (Boolean) call(module, "isNamed", of);
  }

  boolean hasPackage(Object of, String name) {
    return ((Set<?>) call(module, "getPackages", of)).contains(name);
  }

  boolean isExported(Object of, String name, Object reader) {
    try {
      return (Boolean)
          module.getMethod("isExported", String.class, module).invoke(of, name, reader);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException(changed);
    }
  }

  @Nullable Object inBootLayer(String name) {
    try {
      Optional<?> found =
          (Optional<?>)
              bootLayer.getClass().getMethod("findModule", String.class).invoke(bootLayer, name);
      return found.isPresent() ? found.get() : null;
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException(changed);
    }
  }

  @Nullable Object inBootLayerWithPackage(String name) {
    for (Object candidate : (Set<?>) call(bootLayer.getClass(), "modules", bootLayer)) {
      if (hasPackage(candidate, name)) {
        return candidate;
      }
    }
    return null;
  }

  void redefine(
      Instrumentation instrumentation,
      Object of,
      Map<String, Set<Object>> exports,
      Map<String, Set<Object>> opens) {
    try {
      Instrumentation.class
          .getMethod(
              "redefineModule", module, Set.class, Map.class, Map.class, Set.class, Map.class)
          .invoke(
              instrumentation,
              of,
              Collections.emptySet(),
              exports,
              opens,
              Collections.emptySet(),
              Collections.emptyMap());
    } catch (ReflectiveOperationException unmodifiable) {
      throw new IllegalStateException(unmodifiable);
    }
  }

  private static Object call(Class<?> type, String method, Object target) {
    try {
      return type.getMethod(method).invoke(target);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException(changed);
    }
  }
}
