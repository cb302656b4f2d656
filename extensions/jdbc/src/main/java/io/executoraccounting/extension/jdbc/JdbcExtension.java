/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Any JDBC driver by the interfaces of JDBC 4.3, and any pool in front of one. */
public final class JdbcExtension implements Extension {
  private static final String PACKAGE = "io.executoraccounting.extension.jdbc.";
  private static final TypeSelector DRIVERS = TypeSelector.subtypesOf("java.sql.Driver");
  private static final TypeSelector SOURCES =
      TypeSelector.subtypesOf(
          "javax.sql.DataSource", "javax.sql.XADataSource", "javax.sql.ConnectionPoolDataSource");
  private static final TypeSelector POOLED = TypeSelector.subtypesOf("javax.sql.PooledConnection");
  private static final TypeSelector CONNECTIONS = TypeSelector.subtypesOf("java.sql.Connection");
  private static final TypeSelector STATEMENTS = TypeSelector.subtypesOf("java.sql.Statement");
  private static final TypeSelector PREPARED =
      TypeSelector.subtypesOf("java.sql.PreparedStatement");

  @Override
  public String name() {
    return "jdbc";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return Arrays.asList(
        point(
            DRIVERS,
            named("connect").and(takesArguments(String.class, java.util.Properties.class)),
            "DriverHandler"),
        point(
            SOURCES,
            namedOneOf("getConnection", "getXAConnection", "getPooledConnection")
                .and(takesNoArguments().or(takesArguments(String.class, String.class))),
            "DataSourceHandler"),
        point(POOLED, named("getConnection").and(takesNoArguments()), "PooledConnectionHandler"),
        point(CONNECTIONS, named("createStatement"), "CreateStatementHandler"),
        point(
            CONNECTIONS,
            namedOneOf("prepareStatement", "prepareCall").and(takesArgument(0, String.class)),
            "PrepareStatementHandler"),
        point(STATEMENTS, execute().and(takesArgument(0, String.class)), "ExecuteSqlHandler"),
        point(PREPARED, execute().and(takesNoArguments()), "ExecutePreparedHandler"),
        point(
            STATEMENTS,
            namedOneOf("executeBatch", "executeLargeBatch").and(takesNoArguments()),
            "ExecuteBatchHandler"),
        point(
            STATEMENTS,
            named("addBatch").and(takesArguments(String.class)),
            "AddSqlToBatchHandler"),
        point(PREPARED, named("addBatch").and(takesNoArguments()), "AddPreparedToBatchHandler"),
        point(STATEMENTS, named("clearBatch").and(takesNoArguments()), "ClearBatchHandler"));
  }

  private static ElementMatcher.Junction<MethodDescription> execute() {
    return namedOneOf("execute", "executeQuery", "executeUpdate", "executeLargeUpdate");
  }

  private static WeavePoint point(
      TypeSelector types, ElementMatcher.Junction<MethodDescription> methods, String handler) {
    return WeavePoint.of(types, methods.and(isPublic()).and(not(isBridge())), PACKAGE + handler);
  }
}
