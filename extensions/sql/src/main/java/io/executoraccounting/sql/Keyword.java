/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.spi.Access;
import org.jspecify.annotations.Nullable;

/** The words that reading knows; an operation's name is made of these and of nothing else. */
enum Keyword {
  SELECT(Role.VERB, Access.READ),
  INSERT(Role.VERB, Access.WRITE),
  UPDATE(Role.VERB, Access.WRITE),
  DELETE(Role.VERB, Access.DELETE),
  MERGE(Role.VERB, Access.WRITE),
  REPLACE(Role.VERB, Access.WRITE),
  UPSERT(Role.VERB, Access.WRITE),
  TRUNCATE(Role.VERB, Access.DELETE),
  COPY(Role.VERB, Access.READ),
  LOAD(Role.VERB, Access.WRITE),
  CALL(Role.VERB, Access.UNKNOWN),
  EXEC(Role.VERB, Access.UNKNOWN),
  EXECUTE(Role.VERB, Access.UNKNOWN),
  DO(Role.VERB, Access.UNKNOWN),
  VALUES(Role.VERB, Access.READ),
  SHOW(Role.VERB, Access.READ),
  DESCRIBE(Role.VERB, Access.READ),
  DESC(Role.VERB, Access.READ),
  EXPLAIN(Role.VERB, Access.READ),
  TABLE(Role.VERB, Access.READ),
  CREATE(Role.VERB, Access.ADMIN),
  ALTER(Role.VERB, Access.ADMIN),
  DROP(Role.VERB, Access.ADMIN),
  RENAME(Role.VERB, Access.ADMIN),
  COMMENT(Role.VERB, Access.ADMIN),
  GRANT(Role.VERB, Access.ADMIN),
  REVOKE(Role.VERB, Access.ADMIN),
  DENY(Role.VERB, Access.ADMIN),
  LOCK(Role.VERB, Access.ADMIN),
  UNLOCK(Role.VERB, Access.ADMIN),
  ANALYZE(Role.VERB, Access.ADMIN),
  VACUUM(Role.VERB, Access.ADMIN),
  REINDEX(Role.VERB, Access.ADMIN),
  CLUSTER(Role.VERB, Access.ADMIN),
  REFRESH(Role.VERB, Access.ADMIN),
  OPTIMIZE(Role.VERB, Access.ADMIN),
  REPAIR(Role.VERB, Access.ADMIN),
  KILL(Role.VERB, Access.ADMIN),
  FLUSH(Role.VERB, Access.ADMIN),
  SHUTDOWN(Role.VERB, Access.ADMIN),
  BACKUP(Role.VERB, Access.ADMIN),
  RESTORE(Role.VERB, Access.ADMIN),
  CHECKPOINT(Role.VERB, Access.ADMIN),
  ATTACH(Role.VERB, Access.ADMIN),
  DETACH(Role.VERB, Access.ADMIN),
  PURGE(Role.VERB, Access.ADMIN),
  RUNSCRIPT(Role.VERB, Access.ADMIN),
  // What follows says nothing about data, so that it weakens no statement beside it.
  SET(Role.VERB, null),
  RESET(Role.VERB, null),
  USE(Role.VERB, null),
  BEGIN(Role.VERB, null),
  START(Role.VERB, null),
  COMMIT(Role.VERB, null),
  ROLLBACK(Role.VERB, null),
  SAVEPOINT(Role.VERB, null),
  RELEASE(Role.VERB, null),
  PRAGMA(Role.VERB, null),
  PREPARE(Role.VERB, null),
  DEALLOCATE(Role.VERB, null),
  FETCH(Role.VERB, null),
  CLOSE(Role.VERB, null),
  DISCARD(Role.VERB, null),
  LISTEN(Role.VERB, null),
  NOTIFY(Role.VERB, null),
  ABORT(Role.VERB, null),
  REVERT(Role.VERB, null),
  SETUSER(Role.VERB, null),

  FROM(Role.CLAUSE),
  JOIN(Role.CLAUSE),
  STRAIGHT_JOIN(Role.CLAUSE),
  APPLY(Role.CLAUSE),
  INTO(Role.CLAUSE),
  USING(Role.CLAUSE),
  WHERE(Role.CLAUSE),
  GROUP(Role.CLAUSE),
  ORDER(Role.CLAUSE),
  HAVING(Role.CLAUSE),
  LIMIT(Role.CLAUSE),
  OFFSET(Role.CLAUSE),
  WINDOW(Role.CLAUSE),
  QUALIFY(Role.CLAUSE),
  CONNECT(Role.CLAUSE),
  UNION(Role.CLAUSE),
  INTERSECT(Role.CLAUSE),
  EXCEPT(Role.CLAUSE),
  MINUS(Role.CLAUSE),
  RETURNING(Role.CLAUSE),
  OUTPUT(Role.CLAUSE),
  WHEN(Role.CLAUSE),
  FOR(Role.CLAUSE),
  ON(Role.CLAUSE),
  TO(Role.CLAUSE),
  WITH(Role.CLAUSE),
  AS(Role.CLAUSE),
  LEFT(Role.CLAUSE),
  RIGHT(Role.CLAUSE),
  FULL(Role.CLAUSE),
  INNER(Role.CLAUSE),
  CROSS(Role.CLAUSE),
  OUTER(Role.CLAUSE),
  NATURAL(Role.CLAUSE),
  ELSE(Role.CLAUSE),
  THEN(Role.CLAUSE),
  IS(Role.CLAUSE),
  DISTINCT(Role.CLAUSE),

  VIEW(Role.OBJECT),
  SEQUENCE(Role.OBJECT),
  INDEX(Role.OBJECT),
  TRIGGER(Role.OBJECT),
  POLICY(Role.OBJECT),
  FUNCTION(Role.OBJECT),
  PROCEDURE(Role.OBJECT),
  PACKAGE(Role.OBJECT),
  SCHEMA(Role.OBJECT),
  DATABASE(Role.OBJECT),
  USER(Role.OBJECT),
  ROLE(Role.OBJECT),
  LOGIN(Role.OBJECT),
  TYPE(Role.OBJECT),
  DOMAIN(Role.OBJECT),
  EXTENSION(Role.OBJECT),
  SYSTEM(Role.OBJECT),
  SESSION(Role.OBJECT),
  SYNONYM(Role.OBJECT),
  TABLESPACE(Role.OBJECT),
  COLUMN(Role.OBJECT),

  ALL(Role.OTHER),
  FIRST(Role.OTHER),
  NOT(Role.OTHER),
  RECURSIVE(Role.OTHER),
  MATERIALIZED(Role.OTHER),
  DECLARE(Role.OTHER),
  IF(Role.OTHER),
  END(Role.OTHER),
  ONLY(Role.OTHER),
  LATERAL(Role.OTHER),
  OJ(Role.OTHER),
  IGNORE(Role.OTHER),
  LOW_PRIORITY(Role.OTHER),
  HIGH_PRIORITY(Role.OTHER),
  DELAYED(Role.OTHER),
  QUICK(Role.OTHER),
  OVERWRITE(Role.OTHER),
  EXISTS(Role.OTHER),
  TEMP(Role.OTHER),
  TEMPORARY(Role.OTHER),
  UNLOGGED(Role.OTHER),
  CONCURRENTLY(Role.OTHER),
  TABLES(Role.OTHER),
  GLOBAL(Role.OTHER),
  PERSIST(Role.OTHER),
  PASSWORD(Role.OTHER),
  STATISTICS(Role.OTHER),
  TRANSACTION(Role.OTHER),
  TRAN(Role.OTHER),
  WORK(Role.OTHER),
  IMMEDIATE(Role.OTHER),
  OUTFILE(Role.OTHER),
  DUMPFILE(Role.OTHER),
  SET_CONFIG(Role.OTHER),
  DBMS_SESSION(Role.OTHER),
  SP_SETAPPROLE(Role.OTHER),
  SP_UNSETAPPROLE(Role.OTHER),
  OR(Role.OTHER);

  /** What a word does in a statement. */
  enum Role {
    /** Begins a statement. */
    VERB,
    /** Is reserved everywhere and so never a name. */
    CLAUSE,
    /** Is a sort of thing that DDL makes. */
    OBJECT,
    OTHER
  }

  private static final int LONGEST = 15;
  private static final Keyword[] BY_HASH = new Keyword[1024];

  static {
    for (Keyword keyword : values()) {
      int slot = hash(keyword.name(), 0, keyword.name().length());
      while (BY_HASH[slot] != null) {
        slot = (slot + 1) & (BY_HASH.length - 1);
      }
      BY_HASH[slot] = keyword;
    }
  }

  private final Role role;
  private final @Nullable Access access;

  Keyword(Role role) {
    this(role, null);
  }

  Keyword(Role role, @Nullable Access access) {
    this.role = role;
    this.access = access;
  }

  Role role() {
    return role;
  }

  boolean isVerb() {
    return role == Role.VERB;
  }

  /** Of a verb: what it does to data; null where that does not touch data or is no verb. */
  @Nullable Access access() {
    return access;
  }

  /** Whether a statement that begins with that word may be about the session itself. */
  boolean beginsSessionStatement() {
    switch (this) {
      case SET:
      case RESET:
      case USE:
      case BEGIN:
      case START:
      case COMMIT:
      case ROLLBACK:
      case SAVEPOINT:
      case RELEASE:
      case PREPARE:
      case DISCARD:
      case END:
      case ABORT:
        return true;
      default:
        return false;
    }
  }

  /** Whether the word may be about the session itself wherever it stands. */
  boolean isOfSession() {
    switch (this) {
      case EXEC:
      case EXECUTE:
      case REVERT:
      case SETUSER:
      case SET_CONFIG:
      case DBMS_SESSION:
      case SP_SETAPPROLE:
      case SP_UNSETAPPROLE:
        return true;
      default:
        return false;
    }
  }

  /** The keyword that stands between two positions, in any case; null if it is none. */
  static @Nullable Keyword in(String text, int from, int to) {
    if (to - from > LONGEST) {
      return null;
    }
    int slot = hash(text, from, to);
    for (Keyword keyword = BY_HASH[slot]; keyword != null; keyword = BY_HASH[slot]) {
      String name = keyword.name();
      if (name.length() == to - from && name.regionMatches(true, 0, text, from, to - from)) {
        return keyword;
      }
      slot = (slot + 1) & (BY_HASH.length - 1);
    }
    return null;
  }

  private static int hash(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + (text.charAt(i) & 0x5f);
    }
    return (hash ^ hash >>> 10) & (BY_HASH.length - 1);
  }
}
