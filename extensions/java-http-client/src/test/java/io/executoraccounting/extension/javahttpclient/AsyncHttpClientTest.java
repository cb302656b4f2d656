/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.testing.WovenAgent;
import io.executoraccounting.testing.http.HttpClientContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class AsyncHttpClientTest extends HttpClientContract {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JavaHttpClientExtension());

  AsyncHttpClientTest() {
    super(agent, new AsyncClientSender());
  }
}
