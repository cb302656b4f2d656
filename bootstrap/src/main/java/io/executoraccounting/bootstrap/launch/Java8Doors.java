/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.launch;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The doors of Java 8. By reflection: they are in no API that a compiler offers. */
public final class Java8Doors implements Consumer<byte[]>, Supplier<Properties> {
  private final Object unsafe;
  private final Method defineClass;

  public Java8Doors() throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field theUnsafe = type.getDeclaredField("theUnsafe");
    theUnsafe.setAccessible(true);
    unsafe = theUnsafe.get(null);
    defineClass =
        type.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
  }

  @Override
  public void accept(byte[] bytecode) {
    try {
      defineClass.invoke(unsafe, null, bytecode, 0, bytecode.length, null, null);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error) {
        throw (Error) e.getCause();
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Properties get() {
    try {
      Class<?> type = Class.forName("sun.misc.VMSupport");
      return (Properties) type.getMethod("getAgentProperties").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
