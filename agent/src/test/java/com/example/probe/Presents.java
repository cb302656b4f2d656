/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.probe;

import java.net.HttpURLConnection;
import java.net.URL;

/** Presents a token to a server: the arguments are the URL and the token. */
public final class Presents {
  private Presents() {}

  public static void main(String[] arguments) throws Exception {
    HttpURLConnection connection = (HttpURLConnection) new URL(arguments[0]).openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + arguments[1]);
    System.out.println("answered " + connection.getResponseCode());
  }
}
