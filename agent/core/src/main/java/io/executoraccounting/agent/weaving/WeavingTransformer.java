/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.bootstrap.AccountingGuard;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the virtual machine calls for each class. Never throws, takes no lock, and returns null for
 * a class that is left as it is.
 */
final class WeavingTransformer implements ClassFileTransformer {
  private static final String BOOTSTRAP = "io/executoraccounting/bootstrap/";

  private final FrontFilter filter;
  private final AppliedExtensions applied;
  private final WovenClasses woven;
  private final Set<ClassLoader> ownLoaders;

  WeavingTransformer(
      FrontFilter filter,
      AppliedExtensions applied,
      WovenClasses woven,
      Set<ClassLoader> ownLoaders) {
    this.filter = filter;
    this.applied = applied;
    this.woven = woven;
    this.ownLoaders = ownLoaders;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] file) {
    if (className == null || file == null || isOurs(loader, className)) {
      return null;
    }
    try {
      List<WovenPoint> wanting = filter.wanting(loader, className, redefined, file);
      if (wanting.isEmpty()) {
        return null;
      }
      byte[] changed = weave(new WovenClass(loader, className, domain, file), wanting);
      if (changed != null) {
        woven.add(loader, className);
      }
      return changed;
    } catch (Throwable failure) {
      applied.unexpected(className, failure);
      return null;
    }
  }

  /** What this reads through the application's loader is not the application's doing. */
  private byte @Nullable [] weave(WovenClass type, List<WovenPoint> wanting) {
    AccountingGuard.suspend();
    try {
      return new ClassWeaver(applied).weave(type, wanting);
    } finally {
      AccountingGuard.resume();
    }
  }

  private boolean isOurs(@Nullable ClassLoader loader, String className) {
    return loader == null
        ? className.startsWith(BOOTSTRAP)
        : loader instanceof PluginLoader
            || loader instanceof ExtensionJarLoader
            || ownLoaders.contains(loader);
  }
}
