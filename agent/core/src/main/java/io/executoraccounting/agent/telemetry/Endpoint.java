/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import java.net.URI;
import java.net.URISyntaxException;

/** A URL as a log line may show it: some vendors put a token into the path. */
final class Endpoint {
  private Endpoint() {}

  static String shown(String url) {
    try {
      URI uri = new URI(url);
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return uri.getScheme() + "://" + uri.getHost() + port;
    } catch (URISyntaxException e) {
      return "(not a URL)";
    }
  }
}
