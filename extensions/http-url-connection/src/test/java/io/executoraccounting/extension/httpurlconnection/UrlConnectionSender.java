/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.executoraccounting.testing.http.HttpSender;
import io.executoraccounting.testing.http.HttpSending;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.util.Map;

/** Sends as applications do that have known {@code HttpURLConnection} for long. */
public final class UrlConnectionSender implements HttpSender {
  @Override
  public int send(HttpSending sending, String login) throws Exception {
    HttpURLConnection connection = (HttpURLConnection) sending.uri().toURL().openConnection();
    connection.setRequestMethod(sending.method());
    for (Map.Entry<String, String> header : sending.headers()) {
      connection.addRequestProperty(header.getKey(), header.getValue());
    }
    if (login != null) {
      connection.setAuthenticator(authenticator(login));
    }
    if (sending.body() != null) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(sending.body().getBytes(UTF_8));
    }
    return statusOf(connection);
  }

  static int statusOf(HttpURLConnection connection) throws Exception {
    int status = connection.getResponseCode();
    InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    if (body != null) {
      body.readAllBytes();
      body.close();
    }
    return status;
  }

  private static Authenticator authenticator(String login) {
    int colon = login.indexOf(':');
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(
            login.substring(0, colon), login.substring(colon + 1).toCharArray());
      }
    };
  }
}
