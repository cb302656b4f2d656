/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which database a connection goes to, as far as its URL says so beyond doubt. Immutable. */
final class DatabaseAddress {
  private static final int LONGEST = 255;

  final DatabaseSystem system;

  /** Null where the database runs in this JVM, several hosts are named, or it cannot be told. */
  final @Nullable String host;

  /** 0 where there is no host, or no port is known. */
  final int port;

  /** {@code db.namespace}; null if unknown. */
  final @Nullable String namespace;

  private DatabaseAddress(
      DatabaseSystem system, @Nullable String host, int port, @Nullable String namespace) {
    this.system = system;
    this.host = host;
    this.port = port;
    this.namespace = namespace;
  }

  static DatabaseAddress unknown(DatabaseSystem system) {
    return new DatabaseAddress(system, null, 0, null);
  }

  /** In this JVM or in a file; of a path only the last part is kept. */
  static DatabaseAddress embedded(DatabaseSystem system, String path) {
    return new DatabaseAddress(system, null, 0, name(lastPart(path)));
  }

  /**
   * On a server.
   *
   * @param hostAndPort as in a URL; where it is not plainly that, nothing of the address is kept
   */
  static DatabaseAddress server(
      DatabaseSystem system, String hostAndPort, @Nullable String namespace) {
    String database = namespace == null ? null : name(lastPart(namespace));
    if (hostAndPort.indexOf(',') >= 0) {
      return new DatabaseAddress(system, null, 0, database);
    }
    int colon = hostAndPort.lastIndexOf(':');
    boolean withPort = colon > hostAndPort.lastIndexOf(']');
    String host = withPort ? hostAndPort.substring(0, colon) : hostAndPort;
    int port = withPort ? port(hostAndPort, colon + 1) : system.defaultPort;
    if (host.isEmpty() && system.assumesLocalHost()) {
      host = "localhost";
    }
    if (port < 0 || host.isEmpty() || !isHost(host)) {
      return unknown(system);
    }
    return new DatabaseAddress(system, host.toLowerCase(Locale.ROOT), port, database);
  }

  DatabaseAddress withNamespace(@Nullable String other) {
    return new DatabaseAddress(system, host, port, other == null ? namespace : other);
  }

  /** Where a user's name means one user: the server, or the database where there is none. */
  @Nullable String realm() {
    if (host == null) {
      return namespace;
    }
    if (port == 0 || port == system.defaultPort) {
      return host;
    }
    return host + ":" + port;
  }

  /** As a data source names its database; null where parameters could be among it. */
  static @Nullable String namespace(String given) {
    for (int i = 0; i < given.length(); i++) {
      if (";?&=@".indexOf(given.charAt(i)) >= 0) {
        return null;
      }
    }
    return name(lastPart(given));
  }

  /** A database's name, or null where the text could be something else. */
  static @Nullable String name(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "_-.$# ".indexOf(c) < 0) {
        return null;
      }
    }
    return text;
  }

  private static String lastPart(String path) {
    int from = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return path.substring(Math.max(from, path.lastIndexOf(':')) + 1);
  }

  private static int port(String text, int from) {
    int port = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || port > 65_535) {
        return -1;
      }
      port = 10 * port + c - '0';
    }
    return from == text.length() || port > 65_535 ? -1 : port;
  }

  private static boolean isHost(String host) {
    boolean six = host.startsWith("[") && host.endsWith("]");
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!plain && (six ? "[]:.%".indexOf(c) < 0 : "-._".indexOf(c) < 0)) {
        return false;
      }
    }
    return host.length() <= LONGEST;
  }
}
