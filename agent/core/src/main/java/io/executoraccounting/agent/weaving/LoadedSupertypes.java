/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers for supertypes that are loaded, or may be: those of a loaded class, and those that belong
 * to the JDK. The latter are loaded, not read: the virtual machine loads them in any case for the
 * class that names them as its supertype, no loader of the application takes part, and reading them
 * would open the run-time image.
 */
final class LoadedSupertypes {
  /** Names under which the JDK has packages, and others may have some too. */
  private static final String[] SHARED_PREFIXES = {
    "javax/", "jdk/", "sun/", "com/sun/", "org/w3c/", "org/xml/", "org/ietf/"
  };

  private static final List<WovenPoint> NOT_JDK = new ArrayList<>();

  private final Map<String, List<WovenPoint>> wanted;
  private final ClassLoader platformLoader;
  private final Map<String, List<WovenPoint>> known = new ConcurrentHashMap<>();

  LoadedSupertypes(Map<String, List<WovenPoint>> wanted, ClassLoader platformLoader) {
    this.wanted = wanted;
    this.platformLoader = platformLoader;
  }

  /** What wants classes below this type; null where the type is not the JDK's. */
  @Nullable List<WovenPoint> at(String type) {
    if (!type.startsWith("java/") && !startsShared(type)) {
      return null;
    }
    List<WovenPoint> found = known.get(type);
    if (found == null) {
      found = find(type);
      known.put(type, found);
    }
    return found == NOT_JDK ? null : found;
  }

  private List<WovenPoint> find(String type) {
    try {
      return at(Class.forName(type.replace('/', '.'), false, platformLoader));
    } catch (ClassNotFoundException | LinkageError absent) {
      return NOT_JDK;
    }
  }

  /** What wants classes below this one's supertypes. */
  List<WovenPoint> above(Class<?> loaded) {
    Class<?> parent = loaded.getSuperclass();
    List<WovenPoint> found = parent == null ? Collections.emptyList() : at(parent);
    for (Class<?> extended : loaded.getInterfaces()) {
      found = FrontFilter.join(found, at(extended), Collections.emptyList());
    }
    return found;
  }

  private List<WovenPoint> at(Class<?> loaded) {
    return FrontFilter.join(
        wanted.getOrDefault(loaded.getName().replace('.', '/'), Collections.emptyList()),
        above(loaded),
        Collections.emptyList());
  }

  private static boolean startsShared(String type) {
    for (String prefix : SHARED_PREFIXES) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
