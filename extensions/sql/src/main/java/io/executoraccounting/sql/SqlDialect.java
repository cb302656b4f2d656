/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import static io.executoraccounting.sql.SqlDialect.Reading.NO;
import static io.executoraccounting.sql.SqlDialect.Reading.UNCLEAR;
import static io.executoraccounting.sql.SqlDialect.Reading.YES;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a family of databases quotes and comments. Where a character can mean two things and the
 * dialect is not known, reading stops: what follows might be the inside of a literal.
 */
public enum SqlDialect {
  POSTGRESQL(NO, Hash.OPERATOR, YES, NO),
  MYSQL(YES, Hash.COMMENT, NO, NO),
  ORACLE(NO, Hash.NAME, NO, NO),
  SQL_SERVER(NO, Hash.NAME, YES, YES),
  SQLITE(NO, Hash.UNCLEAR, NO, YES),
  SNOWFLAKE(YES, Hash.UNCLEAR, UNCLEAR, NO),
  TRINO(NO, Hash.UNCLEAR, NO, NO),
  DERBY(NO, Hash.UNCLEAR, UNCLEAR, NO),
  /** H2, HSQLDB, Db2 and others that quote as the standard says. */
  STANDARD(NO, Hash.UNCLEAR, UNCLEAR, NO),
  UNKNOWN(UNCLEAR, Hash.UNCLEAR, UNCLEAR, UNCLEAR);

  /** Whether a text is read in some way. */
  enum Reading {
    YES,
    NO,
    UNCLEAR
  }

  /** What {@code #} begins. */
  enum Hash {
    COMMENT,
    NAME,
    OPERATOR,
    UNCLEAR
  }

  private final Reading backslashEscapes;
  private final Hash hash;
  private final Reading nestedComments;
  private final Reading bracketNames;

  SqlDialect(Reading backslashEscapes, Hash hash, Reading nestedComments, Reading bracketNames) {
    this.backslashEscapes = backslashEscapes;
    this.hash = hash;
    this.nestedComments = nestedComments;
    this.bracketNames = bracketNames;
  }

  /** The dialect of a database that is named as in {@code db.system.name}. */
  public static SqlDialect of(@Nullable String system) {
    if (system == null) {
      return UNKNOWN;
    }
    switch (system) {
      case "postgresql":
      case "cockroachdb":
      case "aws.redshift":
        return POSTGRESQL;
      case "mysql":
      case "mariadb":
        return MYSQL;
      case "oracle.db":
        return ORACLE;
      case "microsoft.sql_server":
        return SQL_SERVER;
      case "snowflake":
        return SNOWFLAKE;
      case "derby":
        return DERBY;
      case "trino":
        return TRINO;
      case "sqlite":
        return SQLITE;
      case "h2database":
      case "hsqldb":
      case "ibm.db2":
      case "firebirdsql":
        return STANDARD;
      default:
        return UNKNOWN;
    }
  }

  /** Whether a backslash in {@code '…'} takes the next character's meaning. */
  Reading backslashEscapes() {
    return backslashEscapes;
  }

  Hash hash() {
    return hash;
  }

  Reading nestedComments() {
    return nestedComments;
  }

  Reading bracketNames() {
    return bracketNames;
  }

  /** Whether {@code "…"} is a string; MySQL's default, before {@code ANSI_QUOTES}. */
  boolean doubleQuotesString() {
    return this == MYSQL;
  }

  /** Whether {@code $tag$…$tag$} is a string; elsewhere {@code $} may begin a name. */
  boolean dollarQuotes() {
    return this == POSTGRESQL || this == SNOWFLAKE || this == STANDARD || this == UNKNOWN;
  }

  /** Whether {@code q'[…]'} is a string. */
  boolean alternativeQuotes() {
    return this == ORACLE || this == UNKNOWN;
  }

  /** Whether {@code E'…'} is a string with backslash escapes. */
  boolean escapeStrings() {
    return this == POSTGRESQL || this == UNKNOWN;
  }

  /** Whether {@code --} needs white space after it, and {@code /*!} is no comment. */
  boolean commentsAsMySql() {
    return this == MYSQL;
  }

  /** Whether a statement may end without a separator. */
  boolean separatorOptional() {
    return this == SQL_SERVER || this == UNKNOWN;
  }

  /** Whether {@code //} begins a comment. */
  boolean commentsAsCpp() {
    return this == SNOWFLAKE;
  }

  /** A name without quotes, as the database takes it. */
  String folded(String name) {
    switch (this) {
      case POSTGRESQL:
      case TRINO:
        return name.toLowerCase(Locale.ROOT);
      case ORACLE:
      case SNOWFLAKE:
      case DERBY:
      case STANDARD:
        return name.toUpperCase(Locale.ROOT);
      default:
        return name;
    }
  }

  /** Whether a role's name in a string is read as it would be without quotes. */
  boolean stringsFold() {
    return this == DERBY;
  }

  /** Whether a rollback gives a session's role back. */
  public boolean settingsAreTransactional() {
    return this == POSTGRESQL;
  }
}
