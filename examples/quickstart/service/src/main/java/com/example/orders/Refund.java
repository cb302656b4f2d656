/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.orders;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("refunds")
record Refund(@Id Long id, long orderId, long amountCents, String requestedBy, boolean settled) {
  static Refund of(Order order, String requestedBy) {
    return new Refund(null, order.id(), order.amountCents(), requestedBy, false);
  }
}
