/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutionException;

/** Sends with {@code HttpClient.sendAsync}. */
public final class AsyncClientSender extends ClientSender {
  @Override
  HttpResponse<String> send(HttpClient client, HttpRequest request) throws Exception {
    try {
      return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
