/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.launch;

import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jdk.internal.misc.Unsafe;
import jdk.internal.misc.VM;
import jdk.internal.vm.VMSupport;

/**
 * The doors of Java 9 and newer. Direct calls: each reflective one would make the JVM spin a
 * handful of hidden classes during start (JEP 416).
 */
public final class Java9Doors implements Consumer<byte[]>, Supplier<Properties>, BooleanSupplier {
  @Override
  public void accept(byte[] bytecode) {
    Unsafe.getUnsafe().defineClass(null, bytecode, 0, bytecode.length, null, null);
  }

  @Override
  public Properties get() {
    return VMSupport.getAgentProperties();
  }

  /** Whether this JVM trains or makes an ahead-of-time cache (JEP 483, JEP 514). */
  @Override
  public boolean getAsBoolean() {
    String[] arguments = VM.getRuntimeArguments();
    if (arguments == null) {
      // A JVM that was started without any option says so.
      return false;
    }
    for (String argument : arguments) {
      if (argument.startsWith("-XX:AOTCacheOutput=")
          || argument.equals("-XX:AOTMode=record")
          || argument.equals("-XX:AOTMode=create")) {
        return true;
      }
    }
    return false;
  }
}
