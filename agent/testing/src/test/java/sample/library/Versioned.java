/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package sample.library;

/** Has one method more since its second version. */
public class Versioned implements Service {
  @Override
  public String serve(String request) {
    return request;
  }

  public String since2() {
    return "2";
  }
}
