/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.WovenAgent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pools wrap connections and statements in objects of their own; calls are counted once. */
class PoolsTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  static Stream<DataSource> pools() {
    return Stream.of(dbcp(false), dbcp(true), tomcat());
  }

  @ParameterizedTest
  @MethodSource("pools")
  void countsOnceWithThePhysicalLogin(DataSource pool) throws SQLException {
    use(pool);
    agent.calls().clear();
    use(pool);
    assertThat(principals()).containsExactly("h2database:pooled@pools");
    assertThat(agent.onlyCall().call().summary()).isEqualTo("SELECT INFORMATION_SCHEMA.TABLES");
  }

  @ParameterizedTest
  @MethodSource("pools")
  void keepsLoginAfterConnectionReturnsToPool(DataSource pool) throws SQLException {
    for (int i = 0; i < 5; i++) {
      use(pool);
    }
    assertThat(principals()).hasSize(5).containsOnly("h2database:pooled@pools");
  }

  private static List<String> principals() {
    return agent.calls().stream()
        .filter(captured -> captured.call().resource() != null)
        .map(captured -> captured.call().credential().principal())
        .toList();
  }

  private static void use(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT * FROM INFORMATION_SCHEMA.TABLES")) {
      query.executeQuery();
    }
  }

  private static DataSource dbcp(boolean poolStatements) {
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl("jdbc:h2:mem:pools");
    pool.setUsername("pooled");
    pool.setPassword("secret");
    pool.setMaxTotal(1);
    pool.setPoolPreparedStatements(poolStatements);
    return pool;
  }

  private static DataSource tomcat() {
    PoolProperties properties = new PoolProperties();
    properties.setUrl("jdbc:h2:mem:pools");
    properties.setDriverClassName("org.h2.Driver");
    properties.setUsername("pooled");
    properties.setPassword("secret");
    properties.setMaxActive(1);
    properties.setInitialSize(1);
    properties.setTestOnBorrow(false);
    return new org.apache.tomcat.jdbc.pool.DataSource(properties);
  }
}
