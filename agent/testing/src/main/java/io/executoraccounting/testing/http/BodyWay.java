/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import java.net.URI;

/**
 * One way in which an application may send a body with a client, and read the one it gets.
 *
 * @param name what is particular about it
 * @param complete whether both bodies pass whole
 */
public record BodyWay(String name, boolean complete, Exchanging exchanging) {
  /** Sends and reads everything. */
  public static BodyWay whole(String name, Exchanging exchanging) {
    return new BodyWay(name, true, exchanging);
  }

  /** Gives up on the way. */
  public static BodyWay partial(String name, Exchanging exchanging) {
    return new BodyWay(name, false, exchanging);
  }

  /** What the application sees. */
  @FunctionalInterface
  public interface Exchanging {
    /**
     * @return what was read of the response's body
     */
    byte[] exchange(URI uri, byte[] body) throws Exception;
  }

  @Override
  public String toString() {
    return name;
  }
}
