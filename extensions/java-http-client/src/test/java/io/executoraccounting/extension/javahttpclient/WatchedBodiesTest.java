/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.testing.WovenAgent;
import io.executoraccounting.testing.http.BodyWay;
import io.executoraccounting.testing.http.WatchedBodiesContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;

class WatchedBodiesTest extends WatchedBodiesContract {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JavaHttpClientExtension());

  WatchedBodiesTest() {
    super(agent, new ClientBodyWays());
  }

  static Stream<BodyWay> wholeWays() {
    return new ClientBodyWays().ways().stream().filter(BodyWay::complete);
  }
}
