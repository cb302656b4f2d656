/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A type of a library, or one of its members, that a handler uses. */
final class LibraryReference {
  /** What is used. */
  enum Kind {
    TYPE,
    METHOD,
    FIELD
  }

  final Kind kind;

  /** Binary name. */
  final String owner;

  /** Null of a type alone. */
  final @Nullable String member;

  /** As in the class file; null of a type alone. */
  final @Nullable String descriptor;

  private LibraryReference(
      Kind kind, String owner, @Nullable String member, @Nullable String descriptor) {
    this.kind = kind;
    this.owner = owner;
    this.member = member;
    this.descriptor = descriptor;
  }

  static LibraryReference type(String name) {
    return new LibraryReference(Kind.TYPE, name, null, null);
  }

  static LibraryReference method(String owner, String name, String descriptor) {
    return new LibraryReference(Kind.METHOD, owner, name, descriptor);
  }

  static LibraryReference field(String owner, String name, String descriptor) {
    return new LibraryReference(Kind.FIELD, owner, name, descriptor);
  }

  /** For example {@code RealCall.execute}. */
  @Override
  public String toString() {
    return member == null ? owner : owner.substring(owner.lastIndexOf('.') + 1) + "." + member;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof LibraryReference)) {
      return false;
    }
    LibraryReference that = (LibraryReference) other;
    return kind == that.kind
        && owner.equals(that.owner)
        && Objects.equals(member, that.member)
        && Objects.equals(descriptor, that.descriptor);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, owner, member, descriptor);
  }
}
