/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.Access;
import io.executoraccounting.sql.session.SessionChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlReachLimitsTest {
  @Test
  void readsTheBeginningOfAHugeStatement() {
    SqlReach reach =
        SqlReachReader.read(
            "INSERT INTO orders VALUES " + "(1, 'x'), ".repeat(100_000), SqlDialect.POSTGRESQL);
    assertThat(reach.collection()).isEqualTo("orders");
    assertThat(reach.access()).isEqualTo(Access.WRITE);
    assertThat(reach.complete()).isFalse();
  }

  @Test
  void doesNotCallAHugeStatementHarmless() {
    SqlReach reach =
        SqlReachReader.read(
            "SELECT * FROM orders WHERE id IN (" + "?, ".repeat(10_000) + "?); DELETE FROM orders",
            SqlDialect.POSTGRESQL);
    assertThat(reach.operation()).isEqualTo("SELECT");
    assertThat(reach.access()).isEqualTo(Access.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRESQL | SET ROLE admin                      | ROLE UNREADABLE",
        "POSTGRESQL | set  local\trole to admin           | ROLE UNREADABLE",
        "POSTGRESQL | SELECT set_config('role', 'a', true)| ROLE UNREADABLE",
        "POSTGRESQL | SET SESSION AUTHORIZATION admin     | SESSION_USER UNREADABLE, ROLE UNREADABLE",
        "MYSQL      | SET ROLE admin                      | ROLE UNREADABLE",
        "SNOWFLAKE  | USE ROLE admin                      | ROLE UNREADABLE",
        "SQL_SERVER | EXECUTE AS USER = 'a'               | EXECUTE_AS_FOR_GOOD UNREADABLE",
      })
  void doesNotMissThatAHugeTextChangesItsRole(SqlDialect dialect, String last, String steps) {
    String text = "INSERT INTO t VALUES " + "(1, 'x'), ".repeat(2_000) + "(2, 'y'); " + last;

    SessionChange change = SqlReachReader.read(text, dialect).session();
    assertThat(change).isNotNull();
    assertThat(change.steps()).extracting(Object::toString).containsExactly(steps.split(", "));
  }

  @Test
  void doesNotTakeEveryRoleInAHugeTextForAChange() {
    String text =
        "INSERT INTO t(role, offset_role) VALUES "
            + "('role', 'user role'), ".repeat(2_000)
            + "(1, 2)";

    assertThat(SqlReachReader.read(text, SqlDialect.POSTGRESQL).session()).isNull();
  }

  @Test
  void stopsWhereParenthesesGoTooDeep() {
    SqlReach reach =
        SqlReachReader.read(
            "SELECT * FROM a WHERE " + "(".repeat(5_000) + "SELECT * FROM b", SqlDialect.STANDARD);
    assertThat(reach.collection()).isEqualTo("a");
    assertThat(reach.complete()).isFalse();
  }

  @Test
  void leavesNamesOutThatAreTooLongForOne() {
    SqlReach reach = SqlReachReader.read("SELECT * FROM " + "x".repeat(129), SqlDialect.POSTGRESQL);
    assertThat(reach.collection()).isNull();
  }

  @Test
  void cutsTheSummaryBetweenTargets() {
    SqlReach reach =
        SqlReachReader.read("SELECT * FROM " + "abcdefghi, ".repeat(60) + "z", SqlDialect.MYSQL);
    assertThat(reach.summary()).hasSizeLessThanOrEqualTo(255).endsWith("abcdefghi");
  }
}
