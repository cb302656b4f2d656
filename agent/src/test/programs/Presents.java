/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
import java.net.HttpURLConnection;
import java.net.URL;

/** Presents tokens to a server, one after the other: the arguments are the URL and the tokens. */
public final class Presents {
  private Presents() {}

  public static void main(String[] arguments) throws Exception {
    for (int i = 1; i < arguments.length; i++) {
      HttpURLConnection connection = (HttpURLConnection) new URL(arguments[0]).openConnection();
      connection.setRequestProperty("Authorization", "Bearer " + arguments[i]);
      System.out.println("answered " + connection.getResponseCode());
    }
  }
}
