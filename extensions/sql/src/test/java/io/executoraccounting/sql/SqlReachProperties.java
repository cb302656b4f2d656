/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.executoraccounting.spi.Access;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SqlReachProperties {
  /** A planted literal's text is unlike every name and keyword of the generated statements. */
  private static final String PLANTED = "zzQ";

  @Property(seed = "20261124", tries = 3000)
  void noLiteralComesThrough(@ForAll("statements") Statement statement) {
    SqlReach reach = SqlReachReader.read(statement.text, statement.dialect);
    assertThat(SqlReachLeakTest.told(reach)).doesNotContain(PLANTED);
  }

  @Property(seed = "20261124", tries = 3000)
  void theTableIsFound(@ForAll("statements") Statement statement) {
    SqlReach reach = SqlReachReader.read(statement.text, statement.dialect);
    assertThat(reach.collection()).isEqualTo(statement.table);
    assertThat(reach.summary()).contains(statement.table);
    assertThat(reach.access()).isEqualTo(statement.access);
    assertThat(reach.complete()).isTrue();
  }

  @Property(seed = "20261124", tries = 2000)
  void literalsOfTornStatementsStayInside(@ForAll("statements") Statement statement) {
    for (int end = 0; end < statement.text.length(); end += 7) {
      String torn = statement.text.substring(0, end);
      assertThat(SqlReachLeakTest.told(SqlReachReader.read(torn, statement.dialect)))
          .doesNotContain(PLANTED);
      assertThat(SqlReachLeakTest.told(SqlReachReader.read(torn, SqlDialect.UNKNOWN)))
          .doesNotContain(PLANTED);
    }
  }

  @Property(seed = "20261124", tries = 3000)
  void anyTextIsRead(@ForAll String text, @ForAll("dialects") SqlDialect dialect) {
    assertThatCode(() -> SqlReachReader.read(text, dialect)).doesNotThrowAnyException();
  }

  @Property(seed = "20261124", tries = 3000)
  void anySequenceOfTokensIsRead(
      @ForAll("fragments") List<String> fragments, @ForAll("dialects") SqlDialect dialect) {
    SqlReach reach = SqlReachReader.read(String.join(" ", fragments), dialect);
    if (reach.summary() != null) {
      assertThat(reach.summary().length()).isLessThanOrEqualTo(255);
    }
  }

  @Provide
  Arbitrary<SqlDialect> dialects() {
    return Arbitraries.of(SqlDialect.values());
  }

  @Provide
  Arbitrary<List<String>> fragments() {
    Arbitrary<String> keywords = Arbitraries.of(Keyword.class).map(Enum::name);
    Arbitrary<String> marks =
        Arbitraries.of(
            "(", ")", ",", ".", ";", "'", "\"", "`", "[", "]", "/*", "*/", "--", "\n", "#", "$$",
            "$a$", "q'", "E'", "\\", "{", "}", "?", ":a", "@b", "=", "t", "u", "1", "'x'");
    return Arbitraries.oneOf(keywords, marks).list().ofMaxSize(60);
  }

  @Provide
  Arbitrary<Statement> statements() {
    Arbitrary<SqlDialect> dialects =
        Arbitraries.of(
            SqlDialect.POSTGRESQL, SqlDialect.MYSQL, SqlDialect.ORACLE, SqlDialect.SQL_SERVER);
    return dialects.flatMap(
        dialect ->
            Combinators.combine(
                    Arbitraries.of("orders", "shop.order_lines", "kunden_übersicht", "t1"),
                    literal(dialect),
                    literal(dialect),
                    gap(dialect),
                    Arbitraries.integers().between(0, SHAPES.length - 1))
                .as(
                    (table, one, two, gap, shape) ->
                        statement(dialect, table, one, two, gap, shape)));
  }

  private static final String[][] SHAPES = {
    {"SELECT %2$s, a FROM %1$s WHERE b = %3$s ORDER BY 1", "READ"},
    {"SELECT a FROM (SELECT * FROM %1$s WHERE x LIKE %2$s) y WHERE b <> %3$s", "READ"},
    {"WITH q AS (SELECT %2$s AS v) SELECT * FROM q JOIN %1$s ON v = %3$s", "READ"},
    {"INSERT INTO %1$s (a, b) VALUES (%2$s, %3$s)", "WRITE"},
    {"INSERT INTO %1$s SELECT %2$s FROM other WHERE c IN (%3$s, 4)", "WRITE"},
    {"UPDATE %1$s SET a = %2$s WHERE b = %3$s", "WRITE"},
    {"DELETE FROM %1$s WHERE a = %2$s OR b = %3$s", "DELETE"},
    {"MERGE INTO %1$s USING s ON a = %2$s WHEN MATCHED THEN UPDATE SET b = %3$s", "WRITE"},
    {"SELECT %2$s; UPDATE %1$s SET a = CASE WHEN b = %3$s THEN 1 ELSE 2 END", "WRITE"},
    {"CREATE TABLE %1$s (a varchar(9) DEFAULT %2$s, b varchar(9) DEFAULT %3$s)", "ADMIN"},
  };

  private static Statement statement(
      SqlDialect dialect, String table, String one, String two, String gap, int shape) {
    String text = String.format(SHAPES[shape][0], table, one, two).replace(" ", gap);
    return new Statement(text, dialect, table, Access.valueOf(SHAPES[shape][1]));
  }

  /** White space or a comment; NUL stands for the spaces inside what was planted. */
  private static Arbitrary<String> gap(SqlDialect dialect) {
    Arbitrary<String> gaps = Arbitraries.of(" ", "\n\t ", " /* it's FROM zzQ */ ", " -- 'zzQ\n");
    return dialect == SqlDialect.MYSQL
        ? Arbitraries.oneOf(gaps, Arbitraries.just(" # \"zzQ\n"))
        : gaps;
  }

  private static Arbitrary<String> literal(SqlDialect dialect) {
    Arbitrary<String> inside =
        Arbitraries.strings()
            .withChars("ab;(),.$#[]`-/*{}\t\u00fc?:@=")
            .ofMaxLength(12)
            .map(text -> text + "\tFROM\t" + PLANTED + "\tJOIN\t" + PLANTED);
    Arbitrary<String> plain = inside.map(text -> "'" + text + "''" + PLANTED + "'");
    switch (dialect) {
      case POSTGRESQL:
        return Arbitraries.oneOf(
            plain,
            plain.map(text -> "E" + text.replace("''", "\\'")),
            inside.map(text -> "$a$" + text.replace("$", "") + "'$a$"));
      case MYSQL:
        return Arbitraries.oneOf(
            plain,
            plain.map(text -> text.replace("''", "\\'")),
            inside.map(text -> "\"" + text + "\\\"" + PLANTED + "'\""));
      case ORACLE:
        return Arbitraries.oneOf(
            plain, inside.map(text -> "q'[" + text.replace("]", "") + "'" + "]'"));
      default:
        return Arbitraries.oneOf(plain, plain.map(text -> "N" + text));
    }
  }

  private static final class Statement {
    final String text;
    final SqlDialect dialect;
    final String table;
    final Access access;

    Statement(String text, SqlDialect dialect, String table, Access access) {
      this.text = text;
      this.dialect = dialect;
      this.table = table;
      this.access = access;
    }

    @Override
    public String toString() {
      return dialect + ": " + text;
    }
  }
}
