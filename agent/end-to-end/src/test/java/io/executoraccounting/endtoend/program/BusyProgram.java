/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.program;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls a server from four threads without end: to be stopped in full flight. */
public final class BusyProgram {
  private BusyProgram() {}

  /** Arguments: the server's address, after how many calls it exits by itself (0: never). */
  public static void main(String[] args) {
    String token = OddToken.PLAIN.text();
    AtomicInteger calls = new AtomicInteger();
    int last = Integer.parseInt(args[1]);
    for (int i = 0; i < 4; i++) {
      new Thread(
              () -> {
                while (true) {
                  try {
                    ClientProgram.call(args[0] + "/v1/refunds", token);
                  } catch (IOException e) {
                    System.out.println("failed: " + e);
                  }
                  if (calls.incrementAndGet() == last) {
                    System.exit(3);
                  }
                }
              })
          .start();
    }
  }
}
