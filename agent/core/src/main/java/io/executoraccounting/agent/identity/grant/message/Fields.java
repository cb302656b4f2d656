/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

/** Takes those fields of a message that are read; of all others nothing is kept. */
public interface Fields {
  /** Characters of a token that is read, as elsewhere. */
  int TOKEN_LENGTH = 8 * 1024;

  /** Characters of a value that may be told: a name, an id, a resource. */
  int NAME_LENGTH = 256;

  /**
   * A field begins.
   *
   * @param parent the name of the object or element that holds it; empty at the outermost
   * @return bytes of it that may be kept; 0 if it is not read at all
   */
  int begins(String parent, String name);

  /** It is complete; each item of a list is told by itself. */
  void field(String parent, String name, String value);

  /** It was longer than what may be kept, and nothing of it is. */
  default void overlong(String parent, String name) {}
}
