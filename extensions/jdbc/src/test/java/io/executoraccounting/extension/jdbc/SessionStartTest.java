/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.testing.WovenAgent;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a session is from its first moment, as URL and properties ask. */
class SessionStartTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          jdbc:snowflake://a.example.com/?user=app&role=analyst | snowflake:ANALYST@a.example.com
          jdbc:snowflake://a.example.com/?user=app&role=%22An%22 | snowflake:An@a.example.com
          jdbc:trino://t.example.com:8443/c?user=app&sessionUser=bob | trino:bob@t.example.com:8443
          jdbc:postgresql://p.example.com/d?user=app&options=-c%20role=r | postgresql:r@p.example.com
          jdbc:postgresql://p.example.com/d?user=app&options=-c%20x=y%20-crole=r | postgresql:r@p.example.com
          jdbc:postgresql://p.example.com/d?user=app&options=--role=r | postgresql:r@p.example.com
          jdbc:postgresql://p.example.com/d?user=app&options=-c%20role=a%5C%20b | unknown
          jdbc:postgresql://p.example.com/d?user=app&options=-c%20x=y | -
          jdbc:mysql://m.example.com/d?user=app | -
          """)
  void readsWhatTheUrlAsksFor(String url, String assumed) {
    assertThat(assumed(url, new Properties())).isEqualTo(assumed);
  }

  @Test
  void readsOraclesClientOfAProperty() {
    Properties properties = new Properties();
    properties.setProperty("user", "app");
    properties.setProperty("oracle.jdbc.proxyClientName", "SCOTT");
    assertThat(assumed("jdbc:oracle:thin:@//o.example.com/shop", properties))
        .isEqualTo("oracle.db:SCOTT@o.example.com");
  }

  private static String assumed(String url, Properties properties) {
    Connection connection =
        (Connection)
            Proxy.newProxyInstance(
                SessionStartTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> null);
    LoginReading.begin(url, properties).connected(connection);
    PhysicalConnection facts = JdbcRegistry.connection(connection);
    CredentialUse login = facts.credential(Accounting.service().credentials());
    assertThat(login.principal()).contains(":app@");
    return facts.view(Accounting.service().credentials()).assumed().stream()
        .map(AssumedIdentity::id)
        .findFirst()
        .orElse(null);
  }
}
