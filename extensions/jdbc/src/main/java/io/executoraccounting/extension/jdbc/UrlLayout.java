/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

/** How a family of drivers writes what follows {@code jdbc:<name>:}. */
enum UrlLayout {
  /** {@code //host:port/database?key=value&key=value}, or a database or file alone. */
  QUERY,
  /** {@code //host:port/database;key=value;key=value}, or a database or file alone. */
  ATTRIBUTES,
  /** {@code //host\instance:port;key=value}. */
  SQL_SERVER,
  /** {@code thin:user/password@//host:port/service} and its older forms. */
  ORACLE,
  /** {@code //host:port/database:key=value;key=value;}. */
  DB2
}
