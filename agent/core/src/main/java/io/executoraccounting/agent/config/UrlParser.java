/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** An http or https URL with a host. */
final class UrlParser implements ValueParser<String> {
  @Override
  public @Nullable String parse(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null && uri.getUserInfo() == null ? text : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  @Override
  public String expected() {
    return "an http or https URL without user and password";
  }
}
