/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All text that an object of ours holds, however deep: where a leaked secret would be found. */
public final class HeldText {
  private final StringBuilder text = new StringBuilder();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private HeldText() {}

  public static String of(Object root) {
    HeldText held = new HeldText();
    held.add(root);
    return held.text.toString();
  }

  private void add(@Nullable Object value) {
    if (value == null || !seen.add(value)) {
      return;
    }
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, held) -> {
            add(key);
            add(held);
          });
    } else if (value instanceof Collection<?> values) {
      values.forEach(this::add);
    } else if (value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        add(Array.get(value, i));
      }
    } else if (value.getClass().getName().startsWith("io.executoraccounting.")) {
      addFields(value);
    } else {
      text.append(value).append('\n');
    }
  }

  private void addFields(Object value) {
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && type.getName().startsWith("io.executoraccounting.")) {
          try {
            field.setAccessible(true);
            add(field.get(value));
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        }
      }
    }
  }
}
