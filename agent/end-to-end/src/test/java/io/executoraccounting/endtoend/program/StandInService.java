/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.program;

import java.io.IOException;

/** The reader's own service, as the README calls it: calls a server ten times a second. */
public final class StandInService {
  private StandInService() {}

  /**
   * Environment: {@code STAND_IN_URL}, the server; {@code STAND_IN_CALLS}, after how many to end.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int calls = Integer.parseInt(System.getenv("STAND_IN_CALLS"));
    for (int i = 0; i < calls; i++) {
      ClientProgram.call(System.getenv("STAND_IN_URL") + "/v1/refunds", OddToken.PLAIN.text());
      Thread.sleep(100);
    }
  }
}
