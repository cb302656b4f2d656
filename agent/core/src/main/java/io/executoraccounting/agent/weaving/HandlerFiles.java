/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/** The handlers of one extension while one class is woven: each is read once. */
final class HandlerFiles {
  private final WeavingFiles files;
  private final TypePool types;

  HandlerFiles(WovenClass woven, LoadedExtension extension) {
    this.files = WeavingFiles.of(woven, extension);
    this.types = files.pool();
  }

  TypeDescription describe(String handler) {
    return types.describe(handler).resolve();
  }

  ClassFileLocator locator() {
    return files;
  }
}
