/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.support;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param bot the bot's own registration at the issuer
 * @param knowledge by which tokens for the knowledge base are got
 */
@ConfigurationProperties("support")
record SupportProperties(
    URI tokenEndpoint,
    URI ticketsUrl,
    URI knowledgeUrl,
    URI auditUrl,
    String auditApiKey,
    Client bot,
    Client knowledge) {
  record Client(String id, String secret) {}
}
