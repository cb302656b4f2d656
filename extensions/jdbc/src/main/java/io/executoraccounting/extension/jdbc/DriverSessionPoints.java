/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** Calls of single drivers, beyond JDBC, that change whose rights hold. */
final class DriverSessionPoints {
  private static final TypeSelector ORACLE =
      TypeSelector.subtypesOf("oracle.jdbc.OracleConnection");
  private static final TypeSelector MYSQL = TypeSelector.named("com.mysql.cj.jdbc.ConnectionImpl");
  private static final TypeSelector TRINO = TypeSelector.named("io.trino.jdbc.TrinoConnection");

  private DriverSessionPoints() {}

  static List<WeavePoint> all() {
    return Arrays.asList(
        JdbcExtension.point(
            ORACLE,
            named("openProxySession").and(takesArguments(int.class, Properties.class)),
            "OpenProxySessionHandler"),
        JdbcExtension.point(
            ORACLE, named("close").and(takesArguments(int.class)), "CloseProxySessionHandler"),
        JdbcExtension.point(
            MYSQL,
            named("changeUser").and(takesArguments(String.class, String.class)),
            "ChangeUserHandler"),
        JdbcExtension.point(
            TRINO, named("setSessionUser").and(takesArguments(String.class)), "ChangeUserHandler"),
        JdbcExtension.point(
            TRINO, named("clearSessionUser").and(takesNoArguments()), "ClearSessionUserHandler"));
  }
}
