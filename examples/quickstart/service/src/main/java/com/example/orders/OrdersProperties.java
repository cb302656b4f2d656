/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.orders;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("orders")
record OrdersProperties(
    URI tokenEndpoint,
    URI paymentsUrl,
    URI ticketsUrl,
    String ticketsApiKey,
    Client serviceClient,
    Reconciliation reconciliation) {

  /** A client registered with the issuer. */
  record Client(String id, String secret) {}

  record Reconciliation(Client client, Duration initialDelay, Duration every) {}
}
