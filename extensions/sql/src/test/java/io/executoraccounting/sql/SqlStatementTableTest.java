/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Statements as databases and their tools write them, each with all that is read from it. */
class SqlStatementTableTest {
  private final List<DynamicTest> cases = new ArrayList<>();

  @TestFactory
  List<DynamicTest> queries() {
    sql("SELECT 1").gives("SELECT", null, "SELECT", "read");
    sql("select id, name from orders where id = 7")
        .gives("SELECT", "orders", "SELECT orders", "read");
    sql("SELECT * FROM songs, artists").gives("SELECT", "songs", "SELECT songs artists", "read");
    sql("SELECT o.* FROM shop.orders o LEFT OUTER JOIN shop.lines AS l ON l.o = o.id, stock")
        .gives("SELECT", "shop.orders", "SELECT shop.orders shop.lines stock", "read");
    sql("SELECT * FROM (SELECT * FROM orders o JOIN customers c ON c.id = o.c) x WHERE a IN (1, 2)")
        .gives("SELECT", "orders", "SELECT SELECT orders customers", "read");
    sql("SELECT (SELECT count(*) FROM lines) FROM orders")
        .gives("SELECT", "orders", "SELECT SELECT lines orders", "read");
    sql("(SELECT a FROM t) UNION ALL (SELECT a FROM u)")
        .gives("SELECT", "t", "SELECT t SELECT u", "read");
    sql("SELECT a FROM t UNION SELECT a FROM u ORDER BY 1")
        .gives("SELECT", "t", "SELECT t SELECT u", "read");
    sql("SELECT * FROM (a JOIN b ON a.x = b.x) JOIN c USING (y)")
        .gives("SELECT", "a", "SELECT a b c", "read");
    sql("SELECT * FROM orders WHERE EXISTS (SELECT 1 FROM lines WHERE o = 1) FOR UPDATE OF orders")
        .gives("SELECT", "orders", "SELECT orders SELECT lines", "read");
    sql("SELECT EXTRACT(YEAR FROM made), TRIM(BOTH ' ' FROM name) FROM orders")
        .gives("SELECT", "orders", "SELECT orders", "read");
    sql("SELECT a IS NOT DISTINCT FROM b FROM t").gives("SELECT", "t", "SELECT t", "read");
    sql("SELECT * FROM generate_series(1, 10) g, orders")
        .gives("SELECT", "orders", "SELECT orders", "read");
    sql("SELECT * FROM \"Order Details\" d")
        .gives("SELECT", "Order Details", "SELECT \"Order Details\"", "read");
    sql("VALUES (1, 2), (3, 4)").gives("VALUES", null, "VALUES", "read");
    sql("TABLE orders").gives("TABLE", "orders", "TABLE orders", "read");
    sql("WITH recent AS (SELECT * FROM orders), big AS (SELECT * FROM recent) SELECT * FROM big")
        .gives("SELECT", "orders", "SELECT orders SELECT SELECT", "read");
    sql("WITH RECURSIVE up (id) AS (SELECT id FROM staff UNION ALL SELECT s.id FROM staff s, up)"
            + " SELECT * FROM up JOIN teams USING (id)")
        .gives("SELECT", "teams", "SELECT staff SELECT staff SELECT teams", "read");
    return cases;
  }

  @TestFactory
  List<DynamicTest> changes() {
    sql("INSERT INTO shipping_details SELECT * FROM orders")
        .gives("INSERT", "shipping_details", "INSERT shipping_details SELECT orders", "write");
    sql("INSERT INTO t (a, b) VALUES (?, ?) ON CONFLICT (a) DO UPDATE SET b = excluded.b")
        .gives("INSERT", "t", "INSERT t", "write");
    sql("INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING RETURNING id INTO x")
        .gives("INSERT", "t", "INSERT t", "write");
    sql("UPDATE ONLY accounts AS a SET total = s.n FROM sums s WHERE s.id = a.id")
        .gives("UPDATE", "accounts", "UPDATE accounts sums", "write");
    sql("DELETE FROM orders WHERE id = 1").gives("DELETE", "orders", "DELETE orders", "delete");
    sql("DELETE FROM orders USING customers c WHERE c.id = orders.c")
        .gives("DELETE", "orders", "DELETE orders customers", "delete");
    sql("MERGE INTO stock s USING (SELECT * FROM sales) x ON s.id = x.id"
            + " WHEN MATCHED THEN UPDATE SET n = 1 WHEN NOT MATCHED THEN INSERT (a) VALUES (1)")
        .gives("MERGE", "stock", "MERGE stock SELECT sales", "write");
    sql("MERGE INTO stock USING sales ON a = b WHEN MATCHED THEN DELETE")
        .gives("MERGE", "stock", "MERGE stock sales", "delete");
    sql("WITH gone AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT * FROM gone")
        .gives("INSERT", "b", "DELETE a INSERT b SELECT", "delete");
    sql("WITH new AS (INSERT INTO log VALUES (1) RETURNING id) SELECT * FROM new")
        .gives("SELECT", "log", "INSERT log SELECT", "write");
    sql("INSERT INTO t WITH x AS (SELECT 1 FROM u) SELECT * FROM x")
        .gives("INSERT", "t", "INSERT t SELECT u SELECT", "write");
    sql("SELECT id INTO copies FROM orders")
        .gives("SELECT", "copies", "SELECT copies orders", "write");
    sql("TRUNCATE TABLE logs").gives("TRUNCATE", "logs", "TRUNCATE logs", "delete");
    sql("BEGIN; UPDATE t SET a = 1; COMMIT").gives("UPDATE", "t", "BEGIN UPDATE t COMMIT", "write");
    sql("SELECT 1 FROM a; DELETE FROM b; INSERT INTO c VALUES (1)")
        .gives("DELETE", "b", "SELECT a DELETE b INSERT c", "delete");
    sql("INSERT INTO t VALUES (1); INSERT INTO t VALUES (2); INSERT INTO t VALUES (3)")
        .gives("INSERT", "t", "INSERT t", "write");
    return cases;
  }

  @TestFactory
  List<DynamicTest> definitions() {
    sql("CREATE TABLE IF NOT EXISTS shop.orders (id int REFERENCES customers)")
        .gives("CREATE TABLE", "shop.orders", "CREATE TABLE shop.orders", "admin");
    sql("CREATE GLOBAL TEMPORARY TABLE tmp AS SELECT * FROM orders")
        .gives("CREATE TABLE", "tmp", "CREATE TABLE tmp SELECT orders", "admin");
    sql("CREATE OR REPLACE VIEW v AS SELECT * FROM orders")
        .gives("CREATE VIEW", "v", "CREATE VIEW v SELECT orders", "admin");
    sql("CREATE UNIQUE INDEX CONCURRENTLY i ON orders (id)")
        .gives("CREATE INDEX", "orders", "CREATE INDEX orders", "admin");
    sql("DROP TABLE IF EXISTS a, b CASCADE").gives("DROP TABLE", "a", "DROP TABLE a b", "admin");
    sql("ALTER TABLE orders ADD COLUMN x int, DROP COLUMN y")
        .gives("ALTER TABLE", "orders", "ALTER TABLE orders", "admin");
    sql("GRANT SELECT, INSERT ON TABLE orders TO bob WITH GRANT OPTION")
        .gives("GRANT", "orders", "GRANT orders", "admin");
    sql("REVOKE ALL ON orders FROM bob").gives("REVOKE", "orders", "REVOKE orders", "admin");
    sql("GRANT reader TO bob").gives("GRANT", null, "GRANT", "admin");
    sql("CREATE USER bob IDENTIFIED BY hunter2").gives("CREATE USER", null, "CREATE USER", "admin");
    sql("COMMENT ON TABLE orders IS 'all of them'")
        .gives("COMMENT TABLE", "orders", "COMMENT TABLE orders", "admin");
    sql("CREATE FUNCTION f() RETURNS void AS 'x' LANGUAGE sql; DELETE FROM t")
        .gives("CREATE FUNCTION", null, "CREATE FUNCTION", "admin");
    sql("CREATE TRIGGER x BEFORE INSERT OR UPDATE ON orders FOR EACH ROW DELETE FROM t")
        .gives("CREATE TRIGGER", "orders", "CREATE TRIGGER orders", "admin");
    sql("LOCK TABLE orders IN EXCLUSIVE MODE")
        .gives("LOCK TABLE", "orders", "LOCK TABLE orders", "admin");
    return cases;
  }

  @TestFactory
  List<DynamicTest> otherVerbs() {
    sql("{call shop.close_order(?, ?)}").calls("CALL", "shop.close_order", "CALL shop.close_order");
    sql("{? = call total(?)}").calls("CALL", "total", "CALL total");
    sql("call next value for item_seq").gives("CALL", "item_seq", "CALL item_seq", "unknown");
    sql("CALL refresh()").calls("CALL", "refresh", "CALL refresh");
    sql("EXPLAIN SELECT * FROM orders").gives("EXPLAIN", "orders", "EXPLAIN SELECT orders", "read");
    sql("EXPLAIN DELETE FROM orders").gives("EXPLAIN", "orders", "EXPLAIN DELETE orders", "read");
    sql("EXPLAIN (ANALYZE, BUFFERS) DELETE FROM orders")
        .gives("EXPLAIN", "orders", "EXPLAIN DELETE orders", "delete");
    sql("COMMIT").gives("COMMIT", null, "COMMIT", "unknown");
    sql("SET ROLE reporting").gives("SET", null, "SET", "unknown");
    sql("SET x = 1; SELECT * FROM t").gives("SELECT", "t", "SET SELECT t", "read");
    sql("BEGIN TRANSACTION").gives("BEGIN", null, "BEGIN", "unknown");
    sql("SHOW TABLES FROM shop").gives("SHOW", null, "SHOW", "read");
    sql("").gives(null, null, null, "unknown");
    sql("no sql at all").gives(null, null, null, "unknown");
    return cases;
  }

  @TestFactory
  List<DynamicTest> postgresql() {
    dialect = SqlDialect.POSTGRESQL;
    sql("SELECT $tag$ FROM secrets $tag$, $1 FROM orders WHERE a = E'it\\'s' AND b = '\\'")
        .gives("SELECT", "orders", "SELECT orders", "read");
    sql("SELECT data #>> '{a}', arr[1] FROM orders /* a /* b */ FROM c */ WHERE a::text = 'x'")
        .gives("SELECT", "orders", "SELECT orders", "read");
    sql("COPY orders (a, b) FROM STDIN").gives("COPY", "orders", "COPY orders", "write");
    sql("COPY (SELECT * FROM orders) TO STDOUT")
        .gives("COPY", "orders", "COPY SELECT orders", "read");
    sql("DO $$ BEGIN DELETE FROM t; END $$").gives("DO", null, "DO", "unknown");
    sql("SELECT * FROM orders o CROSS JOIN LATERAL (SELECT * FROM lines) l")
        .gives("SELECT", "orders", "SELECT orders SELECT lines", "read");
    sql("WITH x AS NOT MATERIALIZED (SELECT 1 FROM t) UPDATE u SET a = 1 FROM x")
        .gives("UPDATE", "u", "SELECT t UPDATE u", "write");
    sql("REFRESH MATERIALIZED VIEW CONCURRENTLY totals")
        .gives("REFRESH VIEW", "totals", "REFRESH VIEW totals", "admin");
    return cases;
  }

  @TestFactory
  List<DynamicTest> mysql() {
    dialect = SqlDialect.MYSQL;
    sql("SELECT \"a \\\" FROM secrets\", 'it\\'s' FROM `shop`.`orders` # FROM comment")
        .gives("SELECT", "shop.orders", "SELECT shop.orders", "read");
    sql("INSERT LOW_PRIORITY IGNORE INTO orders SET a = 1 ON DUPLICATE KEY UPDATE a = 2")
        .gives("INSERT", "orders", "INSERT orders", "write");
    sql("INSERT orders VALUES (1)").gives("INSERT", "orders", "INSERT orders", "write");
    sql("REPLACE INTO orders VALUES (1)").gives("REPLACE", "orders", "REPLACE orders", "write");
    sql("UPDATE orders o JOIN customers c ON o.c = c.id SET o.a = 1")
        .gives("UPDATE", "orders", "UPDATE orders customers", "write");
    sql("DELETE o FROM orders o JOIN customers c ON o.c = c.id")
        .gives("DELETE", "orders", "DELETE orders customers", "delete");
    sql("SELECT 5--3 FROM orders").gives("SELECT", "orders", "SELECT orders", "read");
    sql("SELECT * FROM orders INTO OUTFILE '/tmp/x'")
        .gives("SELECT", "orders", "SELECT orders", "read");
    sql("/*!40101 SET NAMES utf8 */; /*!50003 DROP TABLE orders */")
        .gives("DROP TABLE", "orders", "SET DROP TABLE orders", "admin");
    sql("LOAD DATA LOCAL INFILE 'x' REPLACE INTO TABLE orders FIELDS TERMINATED BY ','")
        .gives("LOAD", "orders", "LOAD orders", "write");
    sql("SET sql_mode = REPLACE(@@sql_mode, 'a', 'b')").gives("SET", null, "SET", "unknown");
    sql("SET GLOBAL max_connections = 5").gives("SET", null, "SET", "admin");
    sql("LOCK TABLES orders WRITE").gives("LOCK", "orders", "LOCK orders", "admin");
    sql("SELECT REPLACE(a, 'x', 'y'), INSERT(a, 1, 2, 'z') FROM orders STRAIGHT_JOIN lines")
        .gives("SELECT", "orders", "SELECT orders lines", "read");
    return cases;
  }

  @TestFactory
  List<DynamicTest> oracle() {
    dialect = SqlDialect.ORACLE;
    sql("SELECT /*+ INDEX(o i) FROM x */ q'[it's FROM secrets]', nq'!a'b!' FROM sys.v$session o")
        .gives("SELECT", "sys.v$session", "SELECT sys.v$session", "read");
    sql("INSERT ALL INTO a VALUES (1) INTO b VALUES (2) SELECT * FROM dual")
        .gives("INSERT", "a", "INSERT a b SELECT dual", "write");
    sql("BEGIN pkg.close_order(:1); END;").gives(null, null, null, "unknown");
    sql("BEGIN INSERT INTO t VALUES (:1); SELECT id INTO v FROM u; END;")
        .gives("INSERT", "t", "INSERT t SELECT u", "write");
    sql("INSERT INTO t (a) VALUES (:1) RETURNING id INTO :2")
        .gives("INSERT", "t", "INSERT t", "write");
    sql("SELECT * FROM emp@remote e, dept").gives("SELECT", "emp", "SELECT emp dept", "read");
    sql("SELECT id FROM t START WITH p IS NULL CONNECT BY PRIOR id = p MINUS SELECT id FROM u")
        .gives("SELECT", "t", "SELECT t SELECT u", "read");
    return cases;
  }

  @TestFactory
  List<DynamicTest> sqlServer() {
    dialect = SqlDialect.SQL_SERVER;
    sql("SELECT TOP (5) * FROM [shop].[dbo].[order]]s] WITH (NOLOCK) WHERE a = N'it''s'")
        .gives("SELECT", "shop.dbo.order]]s", "SELECT shop.dbo.order]]s", "read");
    sql("SELECT * FROM shop..orders CROSS APPLY dbo.lines_of(id) l")
        .gives("SELECT", "shop..orders", "SELECT shop..orders", "read");
    sql("EXEC @r = dbo.close_order @id = 7")
        .calls("EXEC", "dbo.close_order", "EXEC dbo.close_order");
    sql("EXEC ('DROP TABLE x')").gives("EXEC", null, "EXEC", "unknown");
    sql("EXECUTE AS USER = 'bob'").gives("EXECUTE", null, "EXECUTE", "unknown");
    sql("UPDATE o SET a = 1 FROM customers c JOIN orders o ON o.c = c.id")
        .gives("UPDATE", "orders", "UPDATE orders customers", "write");
    sql("SET NOCOUNT ON UPDATE t SET a = 1").gives("UPDATE", "t", "SET UPDATE t", "write");
    sql("IF EXISTS (SELECT 1 FROM t) UPDATE t SET a = 1 ELSE INSERT INTO t VALUES (1)")
        .gives("UPDATE", "t", "SELECT t UPDATE t INSERT t", "write");
    sql("SELECT a FROM t DELETE FROM u").gives("DELETE", "u", "SELECT t DELETE u", "delete");
    sql("SELECT * INTO #tmp FROM orders").gives("SELECT", "#tmp", "SELECT #tmp orders", "write");
    sql("DELETE TOP (10) FROM orders").gives("DELETE", "orders", "DELETE orders", "delete");
    sql("DECLARE c CURSOR FOR SELECT * FROM orders FOR UPDATE")
        .gives("SELECT", "orders", "SELECT orders", "read");
    return cases;
  }

  @TestFactory
  List<DynamicTest> sqlite() {
    dialect = SqlDialect.SQLITE;
    sql("INSERT OR REPLACE INTO [my orders] VALUES (1)")
        .gives("INSERT", "my orders", "INSERT \"my orders\"", "write");
    sql("PRAGMA foreign_keys = ON").gives("PRAGMA", null, "PRAGMA", "unknown");
    return cases;
  }

  private SqlDialect dialect = SqlDialect.STANDARD;

  private Case sql(String sql) {
    return new Case(sql, dialect);
  }

  private final class Case {
    private final String sql;
    private final SqlDialect dialect;

    Case(String sql, SqlDialect dialect) {
      this.sql = sql;
      this.dialect = dialect;
    }

    void gives(String operation, String collection, String summary, String access) {
      add(operation, collection, null, summary, access);
    }

    void calls(String operation, String procedure, String summary) {
      add(operation, null, procedure, summary, "unknown");
    }

    private void add(
        String operation, String collection, String procedure, String summary, String access) {
      String expected = told(operation, collection, procedure, summary, access, true);
      cases.add(
          DynamicTest.dynamicTest(
              sql.isEmpty() ? "empty" : sql,
              () -> {
                SqlReach reach = SqlReachReader.read(sql, dialect);
                assertThat(
                        told(
                            reach.operation(),
                            reach.collection(),
                            reach.procedure(),
                            reach.summary(),
                            reach.access().value(),
                            reach.complete() || sql.isEmpty()))
                    .isEqualTo(expected);
              }));
    }

    private String told(
        String operation,
        String collection,
        String procedure,
        String summary,
        String access,
        boolean complete) {
      return String.join(
          " | ",
          String.valueOf(operation),
          String.valueOf(collection),
          String.valueOf(procedure),
          String.valueOf(summary),
          access,
          complete ? "complete" : "incomplete");
    }
  }
}
