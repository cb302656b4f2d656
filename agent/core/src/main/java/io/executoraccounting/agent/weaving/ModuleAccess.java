/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets handlers see the package of the class they are woven into, where its module keeps it to
 * itself. By reflection, because modules came with Java 9.
 */
final class ModuleAccess {
  private final Instrumentation instrumentation;
  private final @Nullable Method moduleOf;
  private final @Nullable Method unnamedModuleOf;

  ModuleAccess(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
    this.moduleOf = method(Class.class, "getModule");
    this.unnamedModuleOf = method(ClassLoader.class, "getUnnamedModule");
  }

  /** Does nothing before Java 9 and for classes outside of named modules. */
  void open(Class<?> woven, ClassLoader plugin) throws ReflectiveOperationException {
    if (moduleOf == null || unnamedModuleOf == null) {
      return;
    }
    Object module = moduleOf.invoke(woven);
    Object reader = unnamedModuleOf.invoke(plugin);
    Class<?> type = moduleOf.getReturnType();
    String name = woven.getName();
    int end = name.lastIndexOf('.');
    String packageName = end < 0 ? "" : name.substring(0, end);
    if (is(type.getMethod("isNamed").invoke(module))
        && !is(type.getMethod("isOpen", String.class, type).invoke(module, packageName, reader))) {
      redefine(module, type, Collections.singletonMap(packageName, Collections.singleton(reader)));
    }
  }

  private void redefine(Object module, Class<?> type, Map<String, Set<Object>> packages)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    Instrumentation.class
        .getMethod("redefineModule", type, Set.class, Map.class, Map.class, Set.class, Map.class)
        .invoke(
            instrumentation,
            module,
            Collections.emptySet(),
            packages,
            packages,
            Collections.emptySet(),
            Collections.emptyMap());
  }

  private static boolean is(Object answer) {
    return Boolean.TRUE.equals(answer);
  }

  private static @Nullable Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException beforeJava9) {
      return null;
    }
  }
}
