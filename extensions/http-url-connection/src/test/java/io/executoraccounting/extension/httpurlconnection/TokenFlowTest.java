/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import io.executoraccounting.testing.WovenAgent;
import io.executoraccounting.testing.http.TokenFlowContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenFlowTest extends TokenFlowContract {
  @RegisterExtension
  static final WovenAgent agent = WovenAgent.with(new HttpUrlConnectionExtension());

  TokenFlowTest() {
    super(agent, new UrlConnectionSender());
  }
}
