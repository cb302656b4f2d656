/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Every text that can be reached from an object of ours, private fields and buffers included. */
public final class ObjectGraph {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final StringBuilder texts = new StringBuilder();

  private ObjectGraph() {}

  public static String textsOf(Object... roots) throws IllegalAccessException {
    ObjectGraph graph = new ObjectGraph();
    for (Object root : roots) {
      graph.walk(root);
    }
    return graph.texts.toString();
  }

  private void walk(Object object) throws IllegalAccessException {
    if (object == null || object instanceof Enum || !seen.add(object)) {
      return;
    }
    if (object instanceof CharSequence) {
      texts.append((CharSequence) object).append('\n');
    } else if (object instanceof byte[] bytes) {
      texts.append(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)).append('\n');
    } else if (object instanceof char[] chars) {
      texts.append(chars).append('\n');
    } else if (object instanceof Collection<?> items) {
      walkAll(items);
    } else if (object instanceof Map<?, ?> map) {
      walkAll(map.keySet());
      walkAll(map.values());
    } else if (object instanceof AtomicReferenceArray<?> slots) {
      for (int i = 0; i < slots.length(); i++) {
        walk(slots.get(i));
      }
    } else if (object instanceof Object[]) {
      for (int i = 0; i < Array.getLength(object); i++) {
        walk(Array.get(object, i));
      }
    } else if (object.getClass().getName().startsWith("io.executoraccounting.")) {
      walkFields(object);
    }
  }

  private void walkAll(Iterable<?> items) throws IllegalAccessException {
    for (Object item : items) {
      walk(item);
    }
  }

  private void walkFields(Object object) throws IllegalAccessException {
    for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          walk(field.get(object));
        }
      }
    }
  }
}
