/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.testing.WovenAgent;
import io.executoraccounting.testing.http.TokenFlowContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenFlowTest extends TokenFlowContract {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JavaHttpClientExtension());

  TokenFlowTest() {
    super(agent, new ClientSender());
  }
}
