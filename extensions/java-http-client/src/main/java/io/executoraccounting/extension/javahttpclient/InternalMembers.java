/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Finds members of the client's classes; each handle takes an object and returns one. */
final class InternalMembers {
  /**
   * Sees what the woven class sees: the client is of the platform's loader, not the bootstrap's.
   */
  private static final @Nullable ClassLoader LOADER = InternalMembers.class.getClassLoader();

  private static final MethodType READ = MethodType.methodType(Object.class, Object.class);

  private final MethodHandles.Lookup lookup = MethodHandles.lookup();

  /**
   * @throws LinkageError if this Java's client has no such field
   */
  MethodHandle field(String type, String name) {
    try {
      return getter(internal(type), name);
    } catch (ReflectiveOperationException e) {
      throw unlike(type, name, e);
    }
  }

  /**
   * Null where this Java's client has no such class.
   *
   * @throws LinkageError if it has the class, and no such field
   */
  @Nullable MethodHandle fieldIfPresent(String type, String name) {
    Class<?> owner;
    try {
      owner = internal(type);
    } catch (ClassNotFoundException e) {
      return null;
    }
    try {
      return getter(owner, name);
    } catch (ReflectiveOperationException e) {
      throw unlike(type, name, e);
    }
  }

  /**
   * @throws LinkageError if this Java's client has no such method
   */
  MethodHandle method(String type, String name) {
    try {
      return method(internal(type), name);
    } catch (ReflectiveOperationException e) {
      throw unlike(type, name, e);
    }
  }

  /** The {@code map()} of a class that holds headers. */
  MethodHandle mapOf(String type) {
    try {
      return method(Class.forName(type, false, LOADER), "map");
    } catch (ReflectiveOperationException e) {
      throw unlike(type, "map", e);
    }
  }

  private MethodHandle getter(Class<?> type, String name) throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return lookup.unreflectGetter(field).asType(READ);
  }

  private MethodHandle method(Class<?> type, String name) throws ReflectiveOperationException {
    Method method = type.getDeclaredMethod(name);
    method.setAccessible(true);
    return lookup.unreflect(method).asType(READ);
  }

  private static Class<?> internal(String type) throws ClassNotFoundException {
    return Class.forName("jdk.internal.net.http." + type, false, LOADER);
  }

  private static LinkageError unlike(String type, String name, Throwable cause) {
    return new LinkageError("no " + type + "." + name + " as in Java 11 to 25", cause);
  }
}
