/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.executoraccounting.spi.WeakIdentityMap;
import io.executoraccounting.sql.session.SqlSessions;
import io.executoraccounting.testing.WovenAgent;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistryTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  @Test
  void doesNotHoldWhatTheApplicationDropped() throws SQLException {
    List<WeakReference<Object>> dropped = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      use(dropped);
    }
    assertThat(agent.calls()).hasSize(50);
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(dropped).allSatisfy(reference -> assertThat(reference.get()).isNull());
            });
  }

  @Test
  void forgetsTheSessionsOfTenThousandConnections() throws SQLException {
    int before = SqlSessions.size();
    for (int i = 0; i < 10_000; i++) {
      DriverManager.getConnection("jdbc:h2:mem:many;DB_CLOSE_DELAY=-1", "app", "x").close();
    }
    assertThat(SqlSessions.size()).isGreaterThan(before);
    await()
        .untilAsserted(
            () -> {
              System.gc();
              WeakIdentityMap.sweep();
              assertThat(SqlSessions.size()).isLessThanOrEqualTo(before + 1);
            });
  }

  private static void use(List<WeakReference<Object>> dropped) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:dropped", "app", "x");
        PreparedStatement query = connection.prepareStatement("SELECT 1")) {
      query.executeQuery();
      dropped.add(new WeakReference<>(connection));
      dropped.add(new WeakReference<>(query));
    }
  }
}
