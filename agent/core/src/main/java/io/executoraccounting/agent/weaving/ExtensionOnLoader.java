/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One extension as it is applied to the classes of one loader: whether it is, and the switches of
 * its handlers. Does not refer to the loader, which may go at any time.
 */
final class ExtensionOnLoader {
  private static final LongSupplier NANO_CLOCK =
      new LongSupplier() {
        @Override
        public long getAsLong() {
          return System.nanoTime();
        }
      };

  final LoadedExtension extension;
  final DispatchIds dispatchIds = new DispatchIds();
  private final ModuleAccess modules;
  private final WeavingLog log;
  private final Map<String, HandlerSwitch> switches = new ConcurrentHashMap<>();
  private final Set<String> checked = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean off = new AtomicBoolean();
  private final AtomicReference<@Nullable WeakReference<PluginLoader>> pluginLoader =
      new AtomicReference<>();

  ExtensionOnLoader(LoadedExtension extension, ModuleAccess modules, WeavingLog log) {
    this.extension = extension;
    this.modules = modules;
    this.log = log;
  }

  boolean isOff() {
    return off.get();
  }

  HandlerSwitch switchOf(String handler) {
    HandlerSwitch present = switches.get(handler);
    if (present != null) {
      return present;
    }
    HandlerSwitch created = new HandlerSwitch(this, handler, NANO_CLOCK);
    HandlerSwitch raced = switches.putIfAbsent(handler, created);
    if (raced != null) {
      return raced;
    }
    if (off.get()) {
      created.open();
    }
    return created;
  }

  /** Switches the whole extension off for this loader and says why; a second time does nothing. */
  void disable(String reason) {
    disable(reason, "");
  }

  private void disable(String reason, String libraryVersion) {
    if (off.compareAndSet(false, true)) {
      switches.values().forEach(HandlerSwitch::open);
      say(reason, libraryVersion);
    }
  }

  /**
   * Whether what the handler uses is there; looked up once. If not, the whole extension is off for
   * this loader.
   */
  boolean fits(String handler, WovenClass woven) {
    if (!off.get() && !checked.contains(handler)) {
      LibraryReference missing = new ReferenceCheck(woven).missing(extension, handler);
      if (missing == null) {
        checked.add(handler);
      } else {
        disable(missing + " not found", woven.libraryVersion());
      }
    }
    return !off.get();
  }

  /** Switches it off because the agent goes. */
  void withdraw() {
    off.set(true);
    switches.values().forEach(HandlerSwitch::open);
  }

  /** One line about this extension, with what to do about it. */
  void say(String what) {
    say(what, "");
  }

  private void say(String what, String libraryVersion) {
    String name = extension.name();
    log.warn(
        name
            + (libraryVersion.isEmpty() ? "" : " " + libraryVersion)
            + ": "
            + what
            + "; its calls are not recorded; silence with executor.extension."
            + name
            + ".enabled=false");
  }

  void exportFromJdk(String className, PluginLoader plugin) {
    modules.exportFromJdk(className, plugin);
  }

  /**
   * The loader of the handlers. Held by the call sites of the application's classes alone, so it is
   * made anew if none of them has linked yet and it was collected.
   */
  PluginLoader pluginLoader(@Nullable ClassLoader application) {
    while (true) {
      WeakReference<PluginLoader> reference = pluginLoader.get();
      PluginLoader present = reference == null ? null : reference.get();
      if (present != null) {
        return present;
      }
      PluginLoader created = new PluginLoader(extension, application);
      modules.openNamed(extension, created);
      if (pluginLoader.compareAndSet(reference, new WeakReference<>(created))) {
        return created;
      }
    }
  }
}
