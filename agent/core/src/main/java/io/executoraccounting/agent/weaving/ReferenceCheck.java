/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Compares what handlers use with the class files of the library that is really there. Nothing is
 * loaded. A supertype whose class file cannot be found is given the benefit of the doubt.
 */
final class ReferenceCheck {
  private final TypePool library;

  ReferenceCheck(WovenClass woven) {
    this.library = WeavingFiles.of(woven).pool();
  }

  /** The first thing the handler uses that is not there; null if all is. */
  @Nullable LibraryReference missing(LoadedExtension extension, String handler) {
    for (LibraryReference reference : HandlerReferences.of(extension, handler)) {
      if (!isThere(reference)) {
        return reference;
      }
    }
    return null;
  }

  private boolean isThere(LibraryReference reference) {
    TypePool.Resolution owner = library.describe(reference.owner);
    if (!owner.isResolved()) {
      return false;
    }
    try {
      return reference.member == null || declares(owner.resolve(), reference);
    } catch (RuntimeException supertypeUnknown) {
      return true;
    }
  }

  private static boolean declares(TypeDescription type, LibraryReference reference) {
    if (declaresItself(type, reference)) {
      return true;
    }
    TypeDescription.Generic parent = type.getSuperClass();
    if (parent != null && declares(parent.asErasure(), reference)) {
      return true;
    }
    for (TypeDescription.Generic implemented : type.getInterfaces()) {
      if (declares(implemented.asErasure(), reference)) {
        return true;
      }
    }
    // An interface has the methods of Object as well.
    return type.isInterface()
        && declaresItself(TypeDescription.ForLoadedType.of(Object.class), reference);
  }

  private static boolean declaresItself(TypeDescription type, LibraryReference reference) {
    String name = String.valueOf(reference.member);
    String descriptor = String.valueOf(reference.descriptor);
    if (reference.kind == LibraryReference.Kind.FIELD) {
      for (FieldDescription field : type.getDeclaredFields()) {
        if (field.getName().equals(name) && field.getDescriptor().equals(descriptor)) {
          return true;
        }
      }
      return false;
    }
    for (MethodDescription method : type.getDeclaredMethods()) {
      if (method.getInternalName().equals(name) && method.getDescriptor().equals(descriptor)) {
        return true;
      }
    }
    return false;
  }
}
