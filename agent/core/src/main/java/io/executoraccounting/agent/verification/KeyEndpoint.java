/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A key set at a URL. OkHttp, because {@code HttpURLConnection} uses what an application sets for
 * itself: cookies, authenticators, caches, and socket factories that may trust anybody.
 */
final class KeyEndpoint implements KeySource {
  private final Request request;
  private final OkHttpClient client;
  private volatile @Nullable Call call;

  /**
   * @param timeoutMillis for one request as a whole
   */
  KeyEndpoint(String url, long timeoutMillis) {
    request =
        new Request.Builder()
            .url(url)
            .header("Accept", "application/jwk-set+json, application/json")
            .build();
    client =
        new OkHttpClient.Builder()
            .callTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
            .followRedirects(false)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
            .build();
  }

  @Override
  public byte[] read() throws IOException {
    Call next = client.newCall(request);
    call = next;
    try (Response response = next.execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("it answers with status " + response.code());
      }
      InputStream body = response.body().byteStream();
      return KeyFile.limited(body);
    }
  }

  @Override
  public void cancel() {
    Call last = call;
    if (last != null) {
      last.cancel();
    }
  }
}
