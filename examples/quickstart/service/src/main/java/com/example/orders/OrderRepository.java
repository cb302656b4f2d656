/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.orders;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface OrderRepository extends Repository<Order, Long> {
  Optional<Order> findById(long id);
}
