/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.probe;

/** An application that does nothing but say that it ran. */
public final class Quiet {
  private Quiet() {}

  public static void main(String[] arguments) {
    System.out.println("ran");
  }
}
