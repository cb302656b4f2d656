/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.identity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param password of every person
 * @param clients by client id
 */
@ConfigurationProperties("identity")
record IdentityProperties(List<String> people, String password, Map<String, Client> clients) {
  /**
   * @param grants the last part of each grant type's name suffices
   * @param audiences for whom its tokens are unless a request names others
   * @param opaque whether its tokens mean nothing to whoever reads them
   */
  record Client(
      String secret,
      List<String> grants,
      List<String> scopes,
      List<String> audiences,
      Duration tokenLifetime,
      boolean opaque) {}
}
