/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import java.net.URI;
import java.net.URL;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request asks of whom, without anything that the URL may hide. Immutable. */
public final class HttpTarget {
  private static final int MAX_HOST_LENGTH = 255;

  private final String method;
  private final @Nullable String scheme;
  private final @Nullable String host;
  private final int port;
  private final String path;

  private HttpTarget(
      String method, @Nullable String scheme, @Nullable String host, int port, String path) {
    this.method = method;
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.path = path;
  }

  /**
   * @param host null or what cannot be a host (a registry-based authority, user info) counts as
   *     unknown
   * @param port not positive where the URL names none: the scheme's default then
   * @param rawPath percent-encoded; null is the root
   */
  public static HttpTarget of(
      String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String rawPath) {
    String knownScheme = scheme == null ? null : scheme.toLowerCase(Locale.ROOT);
    return new HttpTarget(
        method,
        knownScheme,
        host(host),
        port > 0 ? port : defaultPort(knownScheme),
        PathTemplate.of(rawPath));
  }

  public static HttpTarget of(String method, URI uri) {
    return of(method, uri.getScheme(), uri.getHost(), uri.getPort(), uri.getRawPath());
  }

  /** Resolves nothing: of a {@link URL} only what it was made of is read. */
  public static HttpTarget of(String method, URL url) {
    return of(method, url.getProtocol(), url.getHost(), url.getPort(), url.getPath());
  }

  public String method() {
    return method;
  }

  /** Without the brackets of an IPv6 address; null if unknown. */
  public @Nullable String host() {
    return host;
  }

  /** 0 if unknown. */
  public int port() {
    return port;
  }

  /** The route, as {@link PathTemplate} writes it. */
  public String path() {
    return path;
  }

  /**
   * {@code url.full} without user info, literals, query and fragment; null if the host is unknown.
   */
  public @Nullable String redactedUrl() {
    if (scheme == null || host == null) {
      return null;
    }
    StringBuilder url = new StringBuilder(scheme).append("://");
    if (host.indexOf(':') >= 0) {
      url.append('[').append(host).append(']');
    } else {
      url.append(host);
    }
    if (port > 0 && port != defaultPort(scheme)) {
      url.append(':').append(port);
    }
    return url.append(path).toString();
  }

  private static @Nullable String host(@Nullable String host) {
    if (host == null || host.isEmpty() || host.length() > MAX_HOST_LENGTH) {
      return null;
    }
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String name = bracketed ? host.substring(1, host.length() - 1) : host;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && "-._%:".indexOf(c) < 0) {
        return null;
      }
    }
    return name.toLowerCase(Locale.ROOT);
  }

  private static int defaultPort(@Nullable String scheme) {
    if ("http".equals(scheme) || "ws".equals(scheme)) {
      return 80;
    }
    return "https".equals(scheme) || "wss".equals(scheme) ? 443 : 0;
  }
}
