/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.program;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Calls a server again and again; says how often, and ends with exit code 7. */
public final class ClientProgram {
  private ClientProgram() {}

  /** Arguments: the server's address, how many calls, the token to call with. */
  public static void main(String[] args) throws IOException {
    String token = OddToken.valueOf(args[2]).text();
    int answered = 0;
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      if (call(args[0] + "/v1/refunds", token) == 201) {
        answered++;
      }
    }
    System.out.println("answered " + answered);
    System.exit(7);
  }

  static int call(String url, String token) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + token);
    connection.setRequestMethod("POST");
    int status = connection.getResponseCode();
    connection.getInputStream().readAllBytes();
    return status;
  }
}
