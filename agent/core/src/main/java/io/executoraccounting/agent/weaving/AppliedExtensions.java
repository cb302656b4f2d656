/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.spi.WeakIdentityMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Each extension beside each loader it is applied to; loaders are held weakly. */
final class AppliedExtensions {
  /** Stands for the bootstrap loader. */
  private static final Object BOOTSTRAP = new Object();

  private final WeakIdentityMap<Object, Map<String, ExtensionOnLoader>> byLoader =
      new WeakIdentityMap<>();
  private final Set<String> disabled = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean withdrawn = new AtomicBoolean();
  private final AtomicBoolean faulted = new AtomicBoolean();
  private final ModuleAccess modules;
  private final WeavingLog log;

  AppliedExtensions(ModuleAccess modules, WeavingLog log) {
    this.modules = modules;
    this.log = log;
  }

  ExtensionOnLoader of(LoadedExtension extension, @Nullable ClassLoader loader) {
    Object key = loader == null ? BOOTSTRAP : loader;
    Map<String, ExtensionOnLoader> applied = byLoader.get(key);
    if (applied == null) {
      Map<String, ExtensionOnLoader> created = new ConcurrentHashMap<>();
      Map<String, ExtensionOnLoader> raced = byLoader.putIfAbsent(key, created);
      applied = raced == null ? created : raced;
    }
    ExtensionOnLoader onLoader = applied.get(extension.name());
    if (onLoader == null) {
      ExtensionOnLoader created = new ExtensionOnLoader(extension, modules, log);
      ExtensionOnLoader raced = applied.putIfAbsent(extension.name(), created);
      onLoader = raced == null ? created : raced;
    }
    if (withdrawn.get() || disabled.contains(extension.name())) {
      onLoader.withdraw();
    }
    return onLoader;
  }

  /** A class stays as it is because of a fault of ours; said once, or the log would drown. */
  void unexpected(String internalName, Throwable failure) {
    if (faulted.compareAndSet(false, true)) {
      log.warn(
          internalName.replace('/', '.')
              + " is left unwoven, and others may be ("
              + FailureText.of(failure)
              + "); please report this");
    }
  }

  /** Switches an extension off wherever it is, or will be, applied. */
  void disable(String extension) {
    disabled.add(extension);
    for (Map<String, ExtensionOnLoader> applied : byLoader.values()) {
      ExtensionOnLoader onLoader = applied.get(extension);
      if (onLoader != null) {
        onLoader.withdraw();
      }
    }
  }

  /** Switches everything off, also what is being applied at this moment. */
  void withdraw() {
    withdrawn.set(true);
    for (Map<String, ExtensionOnLoader> applied : byLoader.values()) {
      applied.values().forEach(ExtensionOnLoader::withdraw);
    }
  }
}
