/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.hikaricp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.executoraccounting.extension.jdbc.JdbcExtension;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.testing.WovenAgent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HikariPoolTest {
  private static final String URL = "jdbc:h2:mem:hikari";

  @RegisterExtension
  static final WovenAgent agent = WovenAgent.with(new JdbcExtension(), new HikariExtension());

  private Connection admin;

  @BeforeEach
  void createUsers() throws SQLException {
    admin = DriverManager.getConnection(URL, "admin", "secret");
    for (String user : List.of("app_one", "app_two")) {
      admin.createStatement().execute("CREATE USER IF NOT EXISTS " + user + " PASSWORD 'pw'");
    }
    agent.calls().clear();
  }

  @AfterEach
  void close() throws SQLException {
    admin.close();
  }

  @Test
  void tellsPhysicalLoginAndPool() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config("app_one"))) {
      use(pool);
    }
    CredentialUse credential = agent.onlyCall().call().credential();
    assertThat(credential.principal()).isEqualTo("h2database:app_one@hikari");
    assertThat(credential.provider()).isEqualTo("orders-pool");
  }

  @Test
  void keepsLoginAfterConnectionReturnsToPool() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config("app_one"))) {
      for (int i = 0; i < 5; i++) {
        use(pool);
      }
    }
    assertThat(principals()).hasSize(5).containsOnly("h2database:app_one@hikari");
  }

  @Test
  void connectionsThatWereOpenKeepTheirLoginWhenThePoolsChanges() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config("app_one"))) {
      use(pool);
      pool.getHikariConfigMXBean().setUsername("app_two");
      use(pool);
      pool.getHikariPoolMXBean().softEvictConnections();
      use(pool);
    }
    assertThat(principals())
        .containsExactly(
            "h2database:app_one@hikari", "h2database:app_one@hikari", "h2database:app_two@hikari");
  }

  @Test
  void tellsLoginOfADataSourceBehindThePool() throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(URL);
    source.setUser("app_two");
    source.setPassword("pw");
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(1);
    config.setPoolName("sourced");
    try (HikariDataSource pool = new HikariDataSource(config)) {
      use(pool);
    }
    CredentialUse credential = agent.onlyCall().call().credential();
    assertThat(credential.principal()).isEqualTo("h2database:app_two@hikari");
    assertThat(credential.provider()).isEqualTo("sourced");
  }

  @Test
  void tellsTwoPoolsOfOneDatabaseApart() throws SQLException {
    HikariConfig other = config("app_two");
    other.setPoolName("reports-pool");
    try (HikariDataSource orders = new HikariDataSource(config("app_one"));
        HikariDataSource reports = new HikariDataSource(other)) {
      use(orders);
      use(reports);
      use(orders);
    }
    assertThat(agent.calls())
        .extracting(captured -> captured.call().credential().provider())
        .containsExactly("orders-pool", "reports-pool", "orders-pool");
    assertThat(principals())
        .containsExactly(
            "h2database:app_one@hikari", "h2database:app_two@hikari", "h2database:app_one@hikari");
  }

  @Test
  void aLoginThatThePoolRefusesToUseIsNeverTold() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config("app_one"))) {
      assertThatThrownBy(() -> pool.getConnection("app_two", "pw"))
          .isInstanceOf(SQLFeatureNotSupportedException.class);
      use(pool);
    }
    assertThat(principals()).containsExactly("h2database:app_one@hikari");
  }

  @Test
  void passesThePoolsExceptionOn() {
    HikariConfig config = config("nobody");
    config.setInitializationFailTimeout(1);
    assertThatThrownBy(() -> new HikariDataSource(config).close())
        .isInstanceOf(PoolInitializationException.class);
  }

  @Test
  void namesNoPoolForAConnectionOutsideOfOne() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config("app_one"));
        Connection alone = DriverManager.getConnection(URL, "app_two", "pw")) {
      use(pool);
      agent.calls().clear();
      alone.createStatement().executeQuery("SELECT 1");
    }
    assertThat(agent.onlyCall().call().credential().provider()).isNull();
  }

  private static List<String> principals() {
    return agent.calls().stream()
        .map(captured -> captured.call().credential().principal())
        .toList();
  }

  private static HikariConfig config(String user) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(URL);
    config.setUsername(user);
    config.setPassword("pw");
    config.setMaximumPoolSize(1);
    config.setPoolName("orders-pool");
    return config;
  }

  private static void use(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement query = connection.prepareStatement("SELECT 1")) {
      query.executeQuery();
    }
  }
}
