/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.hikaricp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Arrays;
import java.util.List;

/** Where HikariCP 3.4 to 7.1 opens and lends connections; statements are the JDBC extension's. */
public final class HikariExtension implements Extension {
  @Override
  public String name() {
    return "hikaricp";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return Arrays.asList(
        WeavePoint.of(
            TypeSelector.named("com.zaxxer.hikari.pool.PoolBase"),
            named("newConnection").and(returns(named("java.sql.Connection"))),
            "io.executoraccounting.extension.hikaricp.NewConnectionHandler"),
        WeavePoint.of(
            TypeSelector.named("com.zaxxer.hikari.pool.PoolEntry"),
            namedOneOf("createProxyConnection", "recycle"),
            "io.executoraccounting.extension.hikaricp.HandOverHandler"));
  }
}
