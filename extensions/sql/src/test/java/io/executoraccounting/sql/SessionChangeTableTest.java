/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.sql.session.SessionChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Statements that change whose rights hold, each with the steps that are read from it. */
class SessionChangeTableTest {
  private final List<DynamicTest> cases = new ArrayList<>();

  @TestFactory
  List<DynamicTest> postgresql() {
    in(SqlDialect.POSTGRESQL);
    sql("SET ROLE app_rw").gives("ROLE [app_rw]");
    sql("set role App_RW;").gives("ROLE [app_rw]");
    sql("/* a */ SET -- b\n SESSION /* c */ ROLE \"App RW\" ; ").gives("ROLE [App RW]");
    sql("SET LOCAL ROLE 'App'").gives("ROLE [App] local");
    sql("SET ROLE NONE").gives("ROLE NONE");
    sql("SET ROLE 'none'").gives("ROLE NONE");
    sql("SET role TO x").gives("ROLE [x]");
    sql("SET LOCAL role = 'x'").gives("ROLE [x] local");
    sql("SET role TO DEFAULT").gives("ROLE DEFAULT");
    sql("RESET ROLE").gives("ROLE DEFAULT");
    sql("SET SESSION AUTHORIZATION x").gives("SESSION_USER [x]");
    sql("SET SESSION SESSION AUTHORIZATION x").gives("SESSION_USER [x]");
    sql("SET LOCAL SESSION AUTHORIZATION x").gives("SESSION_USER [x] local");
    sql("SET SESSION AUTHORIZATION DEFAULT").gives("SESSION_USER DEFAULT");
    sql("SET session_authorization TO 'x'").gives("SESSION_USER [x]");
    sql("RESET SESSION AUTHORIZATION").gives("SESSION_USER DEFAULT");
    sql("RESET session_authorization").gives("SESSION_USER DEFAULT");
    sql("DISCARD ALL").gives("DISCARD");
    sql("SELECT set_config('role', 'x', true)").gives("ROLE [x] local");
    sql("select pg_catalog.set_config('ROLE', 'x', 'f') AS was").gives("ROLE [x]");
    sql("SELECT set_config('app.user', 'u', true), set_config('role', 'none', false)")
        .gives("ROLE NONE");
    sql("SELECT set_config('session_authorization', 'x', false)").gives("SESSION_USER [x]");
    sql("BEGIN; SET LOCAL ROLE x; COMMIT").gives("BEGIN", "ROLE [x] local", "COMMIT");
    sql("START TRANSACTION READ ONLY").gives("BEGIN");
    sql("END WORK AND CHAIN").gives("COMMIT", "BEGIN");
    sql("ROLLBACK AND NO CHAIN").gives("ROLLBACK");
    sql("ABORT").gives("ROLLBACK");
    sql("SAVEPOINT S1").gives("SAVEPOINT [s1]");
    sql("ROLLBACK WORK TO SAVEPOINT \"S1\"").gives("ROLLBACK_TO [S1]");
    sql("RELEASE s1").gives("RELEASE [s1]");
    sql("PREPARE TRANSACTION 'x'").gives("COMMIT");
    return cases;
  }

  @TestFactory
  List<DynamicTest> postgresqlWithoutReadableTarget() {
    in(SqlDialect.POSTGRESQL);
    sql("SET ROLE ?").gives("ROLE UNREADABLE");
    sql("SET ROLE a b").gives("ROLE UNREADABLE");
    sql("SET ROLE E'a\\'b'").gives("ROLE UNREADABLE");
    sql("SET ROLE '" + "x".repeat(200) + "'").gives("ROLE UNREADABLE");
    sql("SET ROLE 'a\u0007b'").gives("ROLE UNREADABLE");
    sql("SELECT set_config('role', $1, true)").gives("ROLE UNREADABLE");
    sql("SELECT set_config('role', 'a' || 'b', true)").gives("ROLE UNREADABLE");
    sql("SELECT set_config('role', 'a', ?)").gives("ROLE UNREADABLE");
    sql("SELECT set_config('role', name, true) FROM people").gives("ROLE UNREADABLE");
    sql("SELECT CASE WHEN a THEN set_config('role', 'a', true) END").gives("ROLE UNREADABLE");
    return cases;
  }

  @TestFactory
  List<DynamicTest> postgresqlThatChangesNothing() {
    in(SqlDialect.POSTGRESQL);
    for (String text :
        new String[] {
          "SELECT 1",
          "UPDATE roles SET role = 'x'",
          "INSERT INTO log VALUES ('SET ROLE x')",
          "SELECT 1 -- SET ROLE x",
          "RESET ALL",
          "SET search_path TO role",
          "SET TRANSACTION READ ONLY",
          "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
          "SELECT set_config($1, $2, true)",
          "PREPARE p AS SELECT set_config('role', 'x', false)",
          "EXPLAIN SELECT set_config('role', 'x', false)",
          "COMMIT PREPARED 'x'",
          "ROLLBACK PREPARED 'x'",
          "DO $$ BEGIN SET ROLE x; END $$",
          "CREATE FUNCTION f() RETURNS int AS 'SET ROLE x; SELECT 1' LANGUAGE sql",
          "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
          "ALTER ROLE x SET role TO y",
          "GRANT x TO y",
        }) {
      sql(text).gives();
    }
    return cases;
  }

  @TestFactory
  List<DynamicTest> sqlServer() {
    in(SqlDialect.SQL_SERVER);
    sql("EXECUTE AS USER = 'carol'").gives("EXECUTE_AS [carol]");
    sql("EXEC AS LOGIN = N'CORP\\carol'").gives("EXECUTE_AS [CORP\\carol]");
    sql("EXECUTE AS USER = N'carol' SELECT * FROM t REVERT").gives("EXECUTE_AS [carol]", "REVERT");
    sql("EXECUTE AS USER = @who").gives("EXECUTE_AS UNREADABLE");
    sql("EXECUTE AS LOGIN = 'x' WITH NO REVERT").gives("EXECUTE_AS_FOR_GOOD [x]");
    sql("EXECUTE AS USER = 'x' WITH COOKIE INTO @c").gives("EXECUTE_AS [x]");
    sql("REVERT WITH COOKIE = @c").gives("REVERT");
    sql("EXECUTE AS CALLER").gives();
    sql("SETUSER 'x'").gives("EXECUTE_AS [x]");
    sql("SETUSER").gives("REVERT_ALL");
    sql("EXEC sp_setapprole 'pos', 'secret'").gives("APPLICATION_ROLE [pos]");
    sql("EXEC sys.sp_setapprole @rolename = N'pos', @password = N'secret'")
        .gives("APPLICATION_ROLE [pos]");
    sql("{call sp_setapprole(?, ?)}").gives("APPLICATION_ROLE UNREADABLE");
    sql("EXEC sp_unsetapprole @cookie").gives("REVERT");
    sql("IF @x = 1 EXECUTE AS USER = 'a'").gives("EXECUTE_AS_FOR_GOOD UNREADABLE");
    sql("CREATE PROCEDURE p WITH EXECUTE AS OWNER AS BEGIN REVERT END").gives();
    sql("EXEC p").gives();
    sql("SELECT revert FROM t").gives();
    return cases;
  }

  @TestFactory
  List<DynamicTest> mysqlAndMariaDb() {
    in(SqlDialect.MYSQL);
    sql("SET ROLE app_rw").gives("ROLE [app_rw]");
    sql("SET ROLE 'a'@'%', `b`@`localhost`, c@localhost").gives("ROLE [a, b, c]");
    sql("SET ROLE \"a\"").gives("ROLE [a]");
    sql("SET ROLE NONE").gives("ROLE NONE");
    sql("SET ROLE DEFAULT").gives("ROLE DEFAULT");
    sql("SET ROLE ALL EXCEPT 'a'").gives("ROLE NONE");
    sql("SET ROLE @who").gives("ROLE UNREADABLE");
    sql("SET SESSION AUTHORIZATION 'u'@'%'").gives("SESSION_USER [u]");
    sql("SET @role = 'x'").gives();
    sql("SET DEFAULT ROLE x TO u").gives();
    sql("BEGIN").gives();
    sql("CREATE PROCEDURE p() BEGIN SET ROLE a; END").gives();
    return cases;
  }

  @TestFactory
  List<DynamicTest> oracle() {
    in(SqlDialect.ORACLE);
    sql("SET ROLE app_rw").gives("ROLE [APP_RW]");
    sql("SET ROLE a IDENTIFIED BY secret, \"b\" IDENTIFIED BY \"se cret\"").gives("ROLE [A, b]");
    sql("SET ROLE ALL EXCEPT a").gives("ROLE NONE");
    sql("ALTER SESSION SET CURRENT_SCHEMA = x").gives();
    sql("BEGIN DBMS_SESSION.SET_ROLE('app_rw'); END;").gives("ROLE [APP_RW]");
    sql("{call dbms_session.set_role('a, b')}").gives("ROLE [A, B]");
    sql("CALL sys.dbms_session.set_role('NONE')").gives("ROLE NONE");
    sql("{call dbms_session.set_role(?)}").gives("ROLE UNREADABLE");
    sql("BEGIN dbms_session.set_role('a identified by secret'); END;").gives("ROLE UNREADABLE");
    sql("BEGIN IF x THEN y; dbms_session.set_role('a'); END IF; END;").gives("ROLE UNREADABLE");
    sql("BEGIN dbms_session.set_identifier('somebody'); END;").gives();
    return cases;
  }

  @TestFactory
  List<DynamicTest> others() {
    in(SqlDialect.SNOWFLAKE);
    sql("USE ROLE analyst // not \"now\"").gives("ROLE [ANALYST]");
    sql("USE ROLE \"Analyst\"").gives("ROLE [Analyst]");
    sql("USE ROLE IDENTIFIER($r)").gives("ROLE UNREADABLE");
    sql("USE SECONDARY ROLES ALL").gives();
    sql("USE WAREHOUSE w").gives();
    in(SqlDialect.TRINO);
    sql("SET ROLE Admin IN hive").gives("ROLE [admin]");
    sql("SET SESSION AUTHORIZATION 'alice'").gives("SESSION_USER [alice]");
    sql("RESET SESSION AUTHORIZATION").gives("SESSION_USER DEFAULT");
    sql("SET SESSION catalog.x = 'y'").gives();
    in(SqlDialect.STANDARD);
    sql("SET SESSION AUTHORIZATION = 'X' ALLOW ADMINISTRATION").gives("SESSION_USER [X]");
    sql("SET SESSION_USER = SYSTEM_USER").gives("SESSION_USER DEFAULT");
    sql("SET ROLE reader").gives("ROLE [READER]");
    sql("SET ROLE NONE").gives("ROLE NONE");
    in(SqlDialect.UNKNOWN);
    sql("SET ROLE Reader").gives("ROLE [Reader]");
    return cases;
  }

  private SqlDialect dialect = SqlDialect.UNKNOWN;

  private void in(SqlDialect dialect) {
    this.dialect = dialect;
  }

  private Case sql(String text) {
    return new Case(text, dialect);
  }

  private final class Case {
    private final String text;
    private final SqlDialect dialect;

    Case(String text, SqlDialect dialect) {
      this.text = text;
      this.dialect = dialect;
    }

    void gives(String... steps) {
      cases.add(DynamicTest.dynamicTest(dialect + ": " + text, () -> assertSteps(steps)));
    }

    private void assertSteps(String... steps) {
      SessionChange change = SqlReachReader.read(text, dialect).session();
      if (steps.length == 0) {
        assertThat(change).isNull();
      } else {
        assertThat(change.steps()).extracting(Object::toString).containsExactly(steps);
      }
    }
  }
}
