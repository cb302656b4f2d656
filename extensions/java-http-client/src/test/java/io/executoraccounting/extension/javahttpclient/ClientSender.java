/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import static java.net.http.HttpClient.Redirect.ALWAYS;
import static java.net.http.HttpClient.Version.HTTP_1_1;

import io.executoraccounting.testing.http.HttpSender;
import io.executoraccounting.testing.http.HttpSending;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends with {@code HttpClient.send}. */
public class ClientSender implements HttpSender {
  private final HttpClient client =
      HttpClient.newBuilder().version(HTTP_1_1).followRedirects(ALWAYS).build();

  @Override
  public int send(HttpSending sending, String login) throws Exception {
    return send(login == null ? client : client(login), request(sending)).statusCode();
  }

  HttpResponse<String> send(HttpClient client, HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest request(HttpSending sending) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(sending.uri())
            .method(
                sending.method(),
                sending.body() == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(sending.body()));
    sending.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
    return request.build();
  }

  private static HttpClient client(String login) {
    int colon = login.indexOf(':');
    return HttpClient.newBuilder()
        .version(HTTP_1_1)
        .authenticator(
            new Authenticator() {
              @Override
              protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                    login.substring(0, colon), login.substring(colon + 1).toCharArray());
              }
            })
        .build();
  }
}
