/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A path or a URL. Whoever can change what the URL answers can sign as the issuer, so that http is
 * taken within this machine alone.
 */
final class KeySetLocationParser implements ValueParser<KeySetLocation> {
  @Override
  public @Nullable KeySetLocation parse(String text) {
    if (text.indexOf("://") < 0) {
      return KeySetLocation.ofFile(new File(text));
    }
    try {
      URI uri = new URI(text);
      String host = uri.getHost();
      if (host == null || uri.getUserInfo() != null) {
        return null;
      }
      boolean safe =
          "https".equalsIgnoreCase(uri.getScheme())
              || ("http".equalsIgnoreCase(uri.getScheme()) && isLoopback(host));
      return safe ? KeySetLocation.ofUrl(text) : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  @Override
  public String expected() {
    return "a path, or an https URL without user and password (http only to this machine)";
  }
}
