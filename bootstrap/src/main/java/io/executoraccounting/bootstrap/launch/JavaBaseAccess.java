/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.launch;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Properties;

/**
 * The two doors into the JDK that the agent needs. {@link JavaBase} loads this class alone into a
 * loader of its own, so that they are opened to nobody else: an export to the application's unnamed
 * module would change what libraries find there (Netty looks for {@code jdk.internal.misc.Unsafe}).
 */
public final class JavaBaseAccess {
  private JavaBaseAccess() {}

  /** Defines a class in the boot loader without appending to its search path. */
  public static void define(byte[] bytecode) throws Exception {
    Class<?> type = either("jdk.internal.misc.Unsafe", "sun.misc.Unsafe");
    Field theUnsafe = type.getDeclaredField("theUnsafe");
    theUnsafe.setAccessible(true);
    Method defineClass =
        type.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    defineClass.invoke(theUnsafe.get(null), null, bytecode, 0, bytecode.length, null, null);
  }

  /** What agents of this JVM say to tools that attach to it; the application cannot see it. */
  public static Properties agentProperties() throws Exception {
    Class<?> type = either("jdk.internal.vm.VMSupport", "sun.misc.VMSupport");
    return (Properties) type.getMethod("getAgentProperties").invoke(null);
  }

  private static Class<?> either(String sinceJava9, String java8) throws ClassNotFoundException {
    try {
      return Class.forName(sinceJava9, true, null);
    } catch (ClassNotFoundException olderJava) {
      return Class.forName(java8, true, null);
    }
  }
}
