/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;

/** Everything that a credential's description tells, by every getter it has now or later. */
final class Told {
  private Told() {}

  static String by(CredentialUse use) throws ReflectiveOperationException {
    StringBuilder told = new StringBuilder();
    for (Method method : CredentialUse.class.getMethods()) {
      if (method.getDeclaringClass() == CredentialUse.class
          && method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers())
          && !method.getName().equals("toBuilder")) {
        append(method.invoke(use), told);
      }
    }
    return told.toString();
  }

  private static void append(Object value, StringBuilder told) {
    if (value instanceof Collection) {
      ((Collection<?>) value).forEach(item -> append(item, told));
    } else if (value instanceof Actor actor) {
      told.append(actor.id()).append('\n').append(actor.issuer()).append('\n');
    } else {
      told.append(value).append('\n');
    }
  }

  /** Whether a piece of the secret, of that many characters, is told. */
  static boolean tellsPart(String told, String secret, int length) {
    for (int i = 0; i + length <= secret.length(); i++) {
      if (told.contains(secret.substring(i, i + length))) {
        return true;
      }
    }
    return false;
  }
}
