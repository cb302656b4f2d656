/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.bootstrap.WeaveHandler;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/** What a dispatched call goes to: a handler, and the woven method it is told of. */
final class DispatchTarget {
  private final ExtensionOnLoader onLoader;
  private final HandlerSwitch guard;
  private final String className;
  private final byte[] classFile;
  private final String methodName;
  private final String typeName;

  DispatchTarget(
      ExtensionOnLoader onLoader, HandlerShape handler, String methodName, String typeName) {
    DispatchClass generated = new DispatchClass(handler);
    this.onLoader = onLoader;
    this.guard = onLoader.switchOf(handler.type.getName());
    this.className = generated.name();
    this.classFile = generated.generate();
    this.methodName = methodName;
    this.typeName = typeName;
  }

  /** Loads the generated class, not the handler: that is loaded by the first call. */
  WeaveHandler create(@Nullable ClassLoader application) {
    try {
      PluginLoader plugin = onLoader.pluginLoader(application);
      if (application == null) {
        onLoader.exportFromJdk(typeName, plugin);
      }
      Constructor<?> constructor =
          plugin
              .define(className, classFile)
              .getDeclaredConstructor(Object.class, String.class, String.class);
      constructor.setAccessible(true);
      return (WeaveHandler) constructor.newInstance(guard, methodName, typeName);
    } catch (ReflectiveOperationException unusable) {
      throw new IllegalStateException(className, unusable);
    }
  }

  void failed(Throwable failure) {
    guard.failed(failure);
  }
}
