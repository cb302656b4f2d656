/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.spi.WeakIdentityMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers which classes were woven, so that they can be taken back; loaders are held weakly. */
final class WovenClasses {
  private static final Object BOOTSTRAP = new Object();

  private final WeakIdentityMap<Object, Set<String>> byLoader = new WeakIdentityMap<>();

  void add(@Nullable ClassLoader loader, String internalName) {
    Object key = loader == null ? BOOTSTRAP : loader;
    Set<String> names = byLoader.get(key);
    if (names == null) {
      Set<String> created = ConcurrentHashMap.newKeySet();
      Set<String> raced = byLoader.putIfAbsent(key, created);
      names = raced == null ? created : raced;
    }
    names.add(internalName);
  }

  boolean contains(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    Set<String> names = byLoader.get(loader == null ? BOOTSTRAP : loader);
    return names != null && names.contains(type.getName().replace('.', '/'));
  }
}
