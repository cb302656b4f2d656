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
import java.util.ArrayList;
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

  /** Executes SQL, but only its subclasses say that they are statements. */
  private static final TypeSelector SQLITE_STATEMENT =
      TypeSelector.named("org.sqlite.jdbc3.JDBC3Statement");

  @Override
  public String name() {
    return "jdbc";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    List<WeavePoint> points = new ArrayList<>();
    points.add(
        point(
            DRIVERS,
            named("connect").and(takesArguments(String.class, java.util.Properties.class)),
            "DriverHandler"));
    points.add(
        point(
            SOURCES,
            namedOneOf("getConnection", "getXAConnection", "getPooledConnection")
                .and(takesNoArguments().or(takesArguments(String.class, String.class))),
            "DataSourceHandler"));
    points.add(
        point(POOLED, named("getConnection").and(takesNoArguments()), "PooledConnectionHandler"));
    points.add(point(CONNECTIONS, named("createStatement"), "CreateStatementHandler"));
    points.add(
        point(
            CONNECTIONS,
            namedOneOf("prepareStatement", "prepareCall").and(takesArgument(0, String.class)),
            "PrepareStatementHandler"));
    points.addAll(transactions());
    points.addAll(DriverSessionPoints.all());
    points.addAll(executions(STATEMENTS));
    points.addAll(executions(SQLITE_STATEMENT));
    return points;
  }

  private static List<WeavePoint> transactions() {
    return Arrays.asList(
        point(
            CONNECTIONS,
            named("setAutoCommit").and(takesArguments(boolean.class)),
            "AutoCommitHandler"),
        point(CONNECTIONS, named("commit").and(takesNoArguments()), "CommitHandler"),
        point(CONNECTIONS, named("rollback").and(takesNoArguments()), "RollbackHandler"),
        point(
            CONNECTIONS,
            named("setSavepoint").and(takesNoArguments().or(takesArguments(String.class))),
            "SetSavepointHandler"),
        point(CONNECTIONS, named("rollback").and(takesSavepoint()), "RollbackToSavepointHandler"),
        point(
            CONNECTIONS,
            named("releaseSavepoint").and(takesSavepoint()),
            "ReleaseSavepointHandler"));
  }

  /** By name: premain must not be the first to load a class of {@code java.sql}. */
  private static ElementMatcher.Junction<MethodDescription> takesSavepoint() {
    return takesArguments(1).and(takesArgument(0, named("java.sql.Savepoint")));
  }

  /** Also of prepared statements, whose class may be one that only says it is a statement. */
  private static List<WeavePoint> executions(TypeSelector statements) {
    return Arrays.asList(
        point(statements, execute().and(takesArgument(0, String.class)), "ExecuteSqlHandler"),
        point(statements, execute().and(takesNoArguments()), "ExecutePreparedHandler"),
        point(
            statements,
            namedOneOf("executeBatch", "executeLargeBatch").and(takesNoArguments()),
            "ExecuteBatchHandler"),
        point(
            statements,
            named("addBatch").and(takesArguments(String.class)),
            "AddSqlToBatchHandler"),
        point(statements, named("addBatch").and(takesNoArguments()), "AddPreparedToBatchHandler"),
        point(statements, named("clearBatch").and(takesNoArguments()), "ClearBatchHandler"));
  }

  private static ElementMatcher.Junction<MethodDescription> execute() {
    return namedOneOf("execute", "executeQuery", "executeUpdate", "executeLargeUpdate");
  }

  static WeavePoint point(
      TypeSelector types, ElementMatcher.Junction<MethodDescription> methods, String handler) {
    return WeavePoint.of(types, methods.and(isPublic()).and(not(isBridge())), PACKAGE + handler);
  }
}
