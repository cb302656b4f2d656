/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.orders;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface RefundRepository extends Repository<Refund, Long> {
  Refund save(Refund refund);

  @Modifying
  @Query("UPDATE refunds SET settled = true WHERE order_id IN (:orderIds) AND NOT settled")
  int settle(List<Long> orderIds);
}
