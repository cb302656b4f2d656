/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.bootstrap.IndyEntry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the handler that a woven class calls, in the plugin loader beside its loader. */
final class HandlerLinker implements IndyEntry.Resolver {
  private final Map<String, LoadedExtension> extensions;
  private final AppliedExtensions applied;
  private final ModuleAccess modules;

  HandlerLinker(
      Map<String, LoadedExtension> extensions, AppliedExtensions applied, ModuleAccess modules) {
    this.extensions = extensions;
    this.applied = applied;
    this.modules = modules;
  }

  @Override
  public @Nullable MethodHandle resolve(
      Class<?> woven, String method, MethodType type, String extension, String handler) {
    LoadedExtension loaded = extensions.get(extension);
    if (loaded == null) {
      return null;
    }
    ExtensionOnLoader onLoader = applied.of(loaded, woven.getClassLoader());
    if (onLoader.isOff()) {
      return null;
    }
    AccountingGuard.suspend();
    try {
      PluginLoader plugin = onLoader.pluginLoader(woven.getClassLoader());
      modules.export(woven, plugin);
      Method found = plugin.loadClass(handler).getDeclaredMethod(method, type.parameterArray());
      found.setAccessible(true);
      return onLoader.switchOf(handler).guard(MethodHandles.lookup().unreflect(found));
    } catch (LinkageError | ReflectiveOperationException | RuntimeException unlinked) {
      onLoader.disable(handler + " does not link (" + FailureText.of(unlinked) + ")");
      return null;
    } finally {
      AccountingGuard.resume();
    }
  }
}
