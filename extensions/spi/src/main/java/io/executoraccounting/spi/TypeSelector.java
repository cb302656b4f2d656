/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which classes a weave point is about, in terms that the front filter decides without loading any:
 * by name, by supertype as class-file headers state it, or by what the constant pool mentions.
 */
public final class TypeSelector {
  /** How names are compared. */
  public enum Kind {
    NAME,
    SUPERTYPE,
    MENTION
  }

  private final Kind kind;
  private final Set<String> names;

  private TypeSelector(Kind kind, String... names) {
    this.kind = kind;
    this.names = Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(names)));
  }

  /** Exactly these classes, by binary name ({@code java.util.Timer}, {@code a.B$C}). */
  public static TypeSelector named(String... names) {
    return new TypeSelector(Kind.NAME, names);
  }

  /**
   * Classes (not interfaces) below any of these classes or interfaces, at any depth. Classes of the
   * JDK itself are found by {@link #named} alone.
   */
  public static TypeSelector subtypesOf(String... names) {
    return new TypeSelector(Kind.SUPERTYPE, names);
  }

  /** Classes that carry one of these annotations on a method. */
  public static TypeSelector withMethodAnnotatedBy(String... annotations) {
    return new TypeSelector(Kind.MENTION, annotations);
  }

  public Kind kind() {
    return kind;
  }

  /** Binary names, in the order given. */
  public Set<String> names() {
    return names;
  }
}
