/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.hikaricp;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import io.executoraccounting.extension.jdbc.JdbcExtension;
import io.executoraccounting.testing.WovenAgent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** HikariCP 6 changes user and password together, 7.1 asks for them anew for each connection. */
class HikariCredentialsTest {
  private static final String URL = "jdbc:h2:mem:credentials";

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
  void connectionsThatWereOpenKeepTheirLoginWhenCredentialsChange() throws SQLException {
    HikariConfig config = config();
    config.setCredentials(Credentials.of("app_one", "pw"));
    try (HikariDataSource pool = new HikariDataSource(config)) {
      use(pool);
      pool.getHikariConfigMXBean().setCredentials(Credentials.of("app_two", "pw"));
      use(pool);
      pool.getHikariPoolMXBean().softEvictConnections();
      use(pool);
    }
    assertThat(loginsTold())
        .containsExactly(
            "h2database:app_one@credentials",
            "h2database:app_one@credentials",
            "h2database:app_two@credentials");
  }

  @Test
  void tellsTwoLoginsOfOnePoolApart() throws SQLException {
    HikariConfig config = config();
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(0);
    config.setCredentials(Credentials.of("app_one", "pw"));
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection one = pool.getConnection()) {
      pool.getHikariConfigMXBean().setCredentials(Credentials.of("app_two", "pw"));
      try (Connection two = pool.getConnection()) {
        for (Connection connection : List.of(one, two, one)) {
          assertThat(loginTold(connection)).isEqualTo(loginKnownToTheDatabase(connection));
        }
      }
    }
  }

  @Test
  void tellsTheCredentialsThatADataSourceIsGiven() throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(URL);
    source.setUser("app_two");
    source.setPassword("pw");
    HikariConfig config = config();
    config.setJdbcUrl(null);
    config.setDataSource(source);
    config.setCredentials(Credentials.of("app_one", "pw"));
    try (HikariDataSource pool = new HikariDataSource(config)) {
      use(pool);
    }
    assertThat(loginsTold()).containsExactly("h2database:app_one@credentials");
  }

  @Test
  void tellsTheLoginThatAProviderGaveForEachConnection() throws SQLException {
    HikariConfig config = config();
    AtomicReference<String> user = new AtomicReference<>("app_one");
    config.setCredentialsProvider(() -> Credentials.of(user.get(), "pw"));
    try (HikariDataSource pool = new HikariDataSource(config)) {
      use(pool);
      user.set("app_two");
      use(pool);
      pool.getHikariPoolMXBean().softEvictConnections();
      use(pool);
    }
    assertThat(loginsTold())
        .containsExactly(
            "h2database:app_one@credentials",
            "h2database:app_one@credentials",
            "h2database:app_two@credentials");
  }

  private static List<String> loginsTold() {
    return agent.calls().stream()
        .map(captured -> captured.call().credential().principal())
        .toList();
  }

  private static String loginTold(Connection connection) throws SQLException {
    agent.calls().clear();
    connection.createStatement().execute("SELECT 1");
    return agent.onlyCall().call().credential().principal();
  }

  private static String loginKnownToTheDatabase(Connection connection) throws SQLException {
    return "h2database:" + connection.getMetaData().getUserName().toLowerCase() + "@credentials";
  }

  private static HikariConfig config() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(URL);
    config.setMaximumPoolSize(1);
    config.setPoolName("orders-pool");
    return config;
  }

  private static void use(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.createStatement().executeQuery("SELECT 1");
    }
  }
}
