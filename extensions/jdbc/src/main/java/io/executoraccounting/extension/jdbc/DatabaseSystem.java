/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * The databases that are told apart by URL or by the driver's package, named as {@code
 * db.system.name} names them (OpenTelemetry semantic conventions 1.45).
 */
enum DatabaseSystem {
  POSTGRESQL("postgresql", 5432, UrlLayout.QUERY, "postgresql:", "org.postgresql."),
  REDSHIFT("aws.redshift", 5439, UrlLayout.QUERY, "redshift:", "com.amazon.redshift."),
  MYSQL("mysql", 3306, UrlLayout.QUERY, "mysql:", "com.mysql."),
  MARIADB("mariadb", 3306, UrlLayout.QUERY, "mariadb:", "org.mariadb.jdbc."),
  ORACLE("oracle.db", 1521, UrlLayout.ORACLE, "oracle:", "oracle.jdbc."),
  SQL_SERVER(
      "microsoft.sql_server", 1433, UrlLayout.SQL_SERVER, "sqlserver:", "com.microsoft.sqlserver."),
  JTDS("microsoft.sql_server", 1433, UrlLayout.ATTRIBUTES, "jtds:", "net.sourceforge.jtds."),
  DB2("ibm.db2", 50000, UrlLayout.DB2, "db2:", "com.ibm.db2."),
  H2("h2database", 9092, UrlLayout.ATTRIBUTES, "h2:", "org.h2."),
  DERBY("derby", 1527, UrlLayout.ATTRIBUTES, "derby:", "org.apache.derby."),
  HSQLDB("hsqldb", 9001, UrlLayout.ATTRIBUTES, "hsqldb:", "org.hsqldb."),
  SQLITE("sqlite", 0, UrlLayout.QUERY, "sqlite:", "org.sqlite."),
  FIREBIRD("firebirdsql", 3050, UrlLayout.QUERY, "firebirdsql:", "org.firebirdsql."),
  CLICKHOUSE("clickhouse", 8123, UrlLayout.QUERY, "clickhouse:", "com.clickhouse."),
  SNOWFLAKE("snowflake", 443, UrlLayout.QUERY, "snowflake:", "net.snowflake.client."),
  DATABRICKS("databricks", 443, UrlLayout.ATTRIBUTES, "databricks:", "com.databricks.client."),
  TRINO("trino", 0, UrlLayout.QUERY, "trino:", "io.trino.jdbc."),
  HANA("sap.hana", 0, UrlLayout.QUERY, "sap:", "com.sap.db."),
  OTHER("other_sql", 0, UrlLayout.QUERY, "", "");

  private static final DatabaseSystem[] ALL = values();

  final String systemName;

  /** 0 where there is none. */
  final int defaultPort;

  final UrlLayout urlLayout;
  final SqlDialect dialect;
  private final String urlPrefix;
  private final String driverPackage;

  DatabaseSystem(
      String systemName,
      int defaultPort,
      UrlLayout urlLayout,
      String urlPrefix,
      String driverPackage) {
    this.systemName = systemName;
    this.defaultPort = defaultPort;
    this.urlLayout = urlLayout;
    this.dialect = SqlDialect.of(systemName);
    this.urlPrefix = urlPrefix;
    this.driverPackage = driverPackage;
  }

  /** By what follows {@code jdbc:} in a URL. */
  static DatabaseSystem ofUrl(String afterJdbc) {
    for (DatabaseSystem system : ALL) {
      String prefix = system.urlPrefix;
      if (afterJdbc.regionMatches(true, 0, prefix, 0, prefix.length())) {
        return system;
      }
    }
    return OTHER;
  }

  /** By the package of a driver's class; null where that is of no known driver. */
  static @Nullable DatabaseSystem ofDriverClass(Class<?> type) {
    String name = type.getName();
    for (DatabaseSystem system : ALL) {
      if (system != OTHER && name.startsWith(system.driverPackage)) {
        return system;
      }
    }
    return null;
  }

  /** Where in {@code afterJdbc} the prefix ends. */
  int prefixLength() {
    return urlPrefix.length();
  }

  /** Whether a URL without a host leads to this machine. */
  boolean assumesLocalHost() {
    return this == POSTGRESQL || this == MYSQL || this == MARIADB || this == SQL_SERVER;
  }

  /** Whether it asks nobody who they are. */
  boolean knowsNoUsers() {
    return this == SQLITE;
  }
}
