/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import io.executoraccounting.testing.WovenAgent;
import io.executoraccounting.testing.http.BodyWay;
import io.executoraccounting.testing.http.WatchedBodiesContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;

class WatchedBodiesTest extends WatchedBodiesContract {
  @RegisterExtension
  static final WovenAgent agent = WovenAgent.with(new HttpUrlConnectionExtension());

  WatchedBodiesTest() {
    super(agent, new UrlConnectionBodyWays());
  }

  static Stream<BodyWay> wholeWays() {
    return new UrlConnectionBodyWays().ways().stream().filter(BodyWay::complete);
  }
}
