/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds, among the classes that are loaded already, those that some weave point wants. */
final class LoadedClasses {
  private final Instrumentation instrumentation;
  private final FrontFilter filter;

  LoadedClasses(Instrumentation instrumentation, FrontFilter filter) {
    this.instrumentation = instrumentation;
    this.filter = filter;
  }

  /**
   * Those that are not woven.
   *
   * @param examined classes not to look at again; this look is added
   */
  List<Class<?>> wanted(WovenClasses woven, Set<Class<?>> examined) {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : AllClasses.of(instrumentation)) {
      if (examined.add(type)
          && isCandidate(type)
          && !woven.contains(type)
          && filter.mayWant(type)) {
        found.add(type);
      }
    }
    return found;
  }

  List<Class<?>> among(WovenClasses woven) {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : AllClasses.of(instrumentation)) {
      if (isCandidate(type) && woven.contains(type)) {
        found.add(type);
      }
    }
    return found;
  }

  /** Hidden classes carry a slash in their names. */
  private boolean isCandidate(Class<?> type) {
    return !type.isArray()
        && !type.isPrimitive()
        && !type.isInterface()
        && type.getName().indexOf('/') < 0
        && instrumentation.isModifiableClass(type);
  }
}
