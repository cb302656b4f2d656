/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts in which the inside of a literal or comment could pass for SQL, in every dialect. */
class SqlReachLeakTest {
  private static final String CANARY = "canary7f3a";

  static Stream<String> anyDialect() {
    return Stream.of(
        "SELECT * FROM users WHERE name = 'O'Brien' JOIN canary7f3a ON '",
        "SELECT * FROM users WHERE name = 'x' AND note = 'it's FROM canary7f3a",
        "SELECT 'quote ' then JOIN canary7f3a ', 1",
        "SELECT a -- FROM canary7f3a\n FROM users",
        "SELECT a /* FROM canary7f3a",
        "SELECT N' FROM canary7f3a ', X' FROM canary7f3a' FROM users",
        "CREATE USER bob IDENTIFIED BY canary7f3a",
        "CREATE USER bob WITH PASSWORD 'canary7f3a'",
        "ALTER USER bob SET PASSWORD canary7f3a",
        "SET PASSWORD FOR bob = PASSWORD('canary7f3a')",
        "SET app.token = canary7f3a",
        "{call login(canary7f3a)}",
        "canary7f3a SELECT",
        "COPY users FROM '/canary7f3a'",
        "LOAD DATA INFILE '/canary7f3a' INTO TABLE users",
        "NOTIFY channel, 'canary7f3a'",
        "SET ROLE app IDENTIFIED BY canary7f3a",
        "SET ROLE app IDENTIFIED BY \"canary7f3a\", other IDENTIFIED BY canary7f3a",
        "SET ROLE canary7f3a || 'a'",
        "SET ROLE ('canary7f3a')",
        "SET ROLE app canary7f3a",
        "SET SESSION AUTHORIZATION app PASSWORD canary7f3a",
        "SET canary7f3a TO 'canary7f3a'",
        "SET LOCAL app.token = 'canary7f3a'",
        "RESET canary7f3a",
        "USE canary7f3a",
        "EXEC sp_setapprole 'app', 'canary7f3a'",
        "EXEC sp_setapprole @password = 'canary7f3a', @rolename = 'app'",
        "EXEC sp_setapprole 'app', {encrypt N'canary7f3a'}, 'odbc', @cookie = canary7f3a",
        "{call sp_setapprole('app', 'canary7f3a')}",
        "EXECUTE AS USER = 'app' WITH COOKIE INTO @canary7f3a",
        "REVERT WITH COOKIE = 0xcanary7f3a",
        "SELECT set_config('app.token', 'canary7f3a', true)",
        "SELECT set_config('canary7f3a', 'app', true)",
        "SELECT set_config('role', 'canary7f3a' || 'x', true)",
        "SELECT set_config('role', 'canary7f3a', true) FROM users",
        "BEGIN dbms_session.set_role('app IDENTIFIED BY canary7f3a'); END;",
        "CALL dbms_session.set_identifier('canary7f3a')");
  }

  static Stream<Arguments> oneDialect() {
    return Stream.of(
        arguments(SqlDialect.MYSQL, "SELECT * FROM users WHERE a = 'one \\' FROM canary7f3a -- '"),
        arguments(
            SqlDialect.MYSQL, "SELECT * FROM users WHERE a = \"one \\\" FROM canary7f3a -- \""),
        arguments(SqlDialect.MYSQL, "SELECT a # don't FROM canary7f3a\n FROM users"),
        arguments(
            SqlDialect.MYSQL, "SELECT * FROM users WHERE a IN ('canary7f3a', \"canary7f3a\")"),
        arguments(
            SqlDialect.MYSQL,
            "INSERT INTO users VALUES ('canary7f3a', \"canary7f3a\", 'a''canary7f3a')"),
        arguments(
            SqlDialect.MYSQL,
            "INSERT INTO users VALUES (1) ON DUPLICATE KEY UPDATE a = \"canary7f3a\""),
        arguments(
            SqlDialect.MYSQL,
            "SELECT EXTRACT(DAY FROM \"canary7f3a\"), TRIM(LEADING 'a' FROM 'canary7f3a') FROM users"),
        arguments(SqlDialect.MYSQL, "CALL login('bob', \"canary7f3a\")"),
        arguments(SqlDialect.MYSQL, "EXECUTE IMMEDIATE \"DELETE FROM canary7f3a\""),
        arguments(SqlDialect.MYSQL, "PREPARE s FROM \"DELETE FROM canary7f3a\""),
        arguments(SqlDialect.POSTGRESQL, "SELECT a /* x /* y */ FROM canary7f3a */ FROM users"),
        arguments(SqlDialect.POSTGRESQL, "SELECT $$ FROM canary7f3a $$ FROM users"),
        arguments(SqlDialect.POSTGRESQL, "SELECT $x$ FROM canary7f3a $$ $x$ FROM users"),
        arguments(SqlDialect.POSTGRESQL, "SELECT E'\\' FROM canary7f3a ' FROM users"),
        arguments(SqlDialect.ORACLE, "SELECT q'[ ' FROM canary7f3a ]' FROM users"),
        arguments(SqlDialect.STANDARD, "SELECT U&' FROM canary7f3a' FROM users"),
        arguments(SqlDialect.SQL_SERVER, "EXEC login @password = canary7f3a"));
  }

  @ParameterizedTest
  @MethodSource("anyDialect")
  void saysNothingOfLiteralsAndComments(String sql) {
    assertThat(Arrays.stream(SqlDialect.values()).map(dialect -> told(sql, dialect)))
        .allSatisfy(told -> assertThat(told).doesNotContain(CANARY));
  }

  @ParameterizedTest
  @MethodSource("oneDialect")
  void readsLiteralsAsTheirDialectDoesAndStopsWhereItIsNotKnown(SqlDialect dialect, String sql) {
    assertThat(told(sql, dialect)).doesNotContain(CANARY);
    assertThat(told(sql, SqlDialect.UNKNOWN)).doesNotContain(CANARY);
  }

  private static String told(String sql, SqlDialect dialect) {
    return told(SqlReachReader.read(sql, dialect));
  }

  static String told(SqlReach reach) {
    return reach.operation()
        + " | "
        + reach.collection()
        + " | "
        + reach.procedure()
        + " | "
        + reach.summary()
        + " | "
        + (reach.session() == null ? null : reach.session().steps());
  }
}
