/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.Access;
import org.junit.jupiter.api.Test;

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
