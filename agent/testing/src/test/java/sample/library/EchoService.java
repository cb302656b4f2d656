/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package sample.library;

/** Three levels below {@link Service}. */
public class EchoService extends AbstractService {
  @Override
  public String serve(String request) {
    if (request == null) {
      throw new IllegalArgumentException("no request");
    }
    return "echo " + request;
  }
}
