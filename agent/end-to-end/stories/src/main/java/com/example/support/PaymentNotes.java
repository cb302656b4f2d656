/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.support;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Payments' metadata. The login may read it; only a role that it can put on may write it. */
@Repository
class PaymentNotes {
  private final JdbcClient database;

  PaymentNotes(JdbcClient database) {
    this.database = database;
  }

  /** The role ends with the transaction. */
  @Transactional
  public void add(long payment, String note) {
    database.sql("SET LOCAL ROLE payments_writer").update();
    database
        .sql("UPDATE payments SET note = :note WHERE id = :id")
        .param("note", note)
        .param("id", payment)
        .update();
  }

  /** With the role that the database says it was read by. */
  public String of(long payment) {
    return database
        .sql("SELECT note || ' for ' || current_user FROM payments WHERE id = :id")
        .param("id", payment)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** Leaves its role on the connection, as it should not: whoever borrows it next has it still. */
  @Transactional
  public long count() {
    database.sql("SET ROLE payments_auditor").update();
    return database.sql("SELECT count(*) FROM payments").query(Long.class).single();
  }
}
