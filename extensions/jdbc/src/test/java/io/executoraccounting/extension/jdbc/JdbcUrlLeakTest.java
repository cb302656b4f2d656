/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A password may hold any character, and URLs are written by hand. */
class JdbcUrlLeakTest {
  private static final String CANARY = "c4n4ry";

  static Stream<String> urls() {
    List<String> passwords =
        List.of(
            "c4n4ry",
            "x@c4n4ry",
            "x/c4n4ry",
            "x:c4n4ry",
            "x?c4n4ry",
            "x;c4n4ry",
            "x#c4n4ry",
            "1?c4n4ry",
            "1/c4n4ry@x",
            "1;c4n4ry@x",
            "c4n4ry@x:1/c4n4ry",
            "&c4n4ry",
            "%40c4n4ry");
    List<String> urls =
        List.of(
            "jdbc:mysql://app:%s@db/orders",
            "jdbc:mysql://app:%s@db:3306/orders?useSSL=true",
            "jdbc:mariadb://app:%s@db/orders",
            "jdbc:postgresql://app:%s@db/orders",
            "jdbc:mysql://db/orders?user=app&password=%s",
            "jdbc:postgresql://db/orders?password=%s&user=app",
            "jdbc:oracle:thin:app/%s@//db:1521/orders",
            "jdbc:oracle:thin:app/%s@db:1521:orders",
            "jdbc:oracle:thin:app/\"%s\"@db",
            "jdbc:sqlserver://db;user=app;password=%s;databaseName=orders",
            "jdbc:sqlserver://db;user=app;password={%s;user=%s};databaseName=orders",
            "jdbc:sqlserver://app:%s@db;databaseName=orders",
            "jdbc:db2://db:50000/orders:user=app;password=%s;",
            "jdbc:h2:mem:orders;USER=app;PASSWORD=%s",
            "jdbc:h2:tcp://app:%s@db/orders",
            "jdbc:derby:orders;user=app;password=%s",
            "jdbc:hsqldb:hsql://db/orders;user=app;password=%s",
            "jdbc:acme://app:%s@db/orders",
            "jdbc:acme:app:%s@db:1/orders",
            "jdbc:acme:app/%s@db");
    return urls.stream().flatMap(url -> passwords.stream().map(pw -> url.replace("%s", pw)));
  }

  @ParameterizedTest
  @MethodSource("urls")
  void keepsNothingOfAPassword(String url) {
    LoginHints hints = new LoginHints();
    String told = JdbcUrlTest.told(JdbcUrl.read(url, hints)) + " " + hints.user();
    assertThat(told).doesNotContain(CANARY);
  }

  @Test
  void neverAsksAPasswordThatIsNoTextForOne() {
    Properties properties = new Properties();
    properties.setProperty("user", "app");
    properties.put("password", new Unreadable());
    LoginHints hints = new LoginHints();
    hints.properties(properties);
    assertThat(hints.user()).isEqualTo("app");
    assertThat(hints.usualKind().value()).isEqualTo("db_password");
  }

  private static final class Unreadable {
    @Override
    public String toString() {
      throw new AssertionError("the password was read");
    }
  }
}
