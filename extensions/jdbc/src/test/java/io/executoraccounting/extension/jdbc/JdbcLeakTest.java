/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.testing.CapturedCall;
import io.executoraccounting.testing.WovenAgent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret in every place that is read or passed by: nothing of them is told. */
class JdbcLeakTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  @Test
  void tellsNoSecret() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:h2:mem:leaks;USER=app;PASSWORD=c4n4ry1")) {
      work(connection);
    }
    Properties properties = new Properties();
    properties.setProperty("user", "app");
    properties.setProperty("password", "c4n4ry2");
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:leaks2", properties)) {
      work(connection);
    }
    assertThat(agent.calls()).hasSizeGreaterThan(10);
    assertThat(agent.calls())
        .allSatisfy(
            captured ->
                assertThat(told(captured))
                    .contains("h2database:app@leaks")
                    .doesNotContain("c4n4ry"));
    assertThat(agent.lines()).allSatisfy(line -> assertThat(line).doesNotContain("c4n4ry"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db:5432/?Action=connect&X-Amz-Credential=ASIAQNZGKIQY56JQ7WML%2F20261124%2Feu%2Frds-db%2F"
            + "aws4_request&X-Amz-Security-Token=c4n4ry&X-Amz-Signature=c4n4ry&x=c4n4ry",
        "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJpIiwic3ViIjoicyIsIngiOiJjNG40cnkifQ.c4n4ry",
        "eyJc4n4ry.eyJc4n4ry.c4n4ry",
        "dapic4n4ry0123456789abcdef0123456789a",
      })
  void tellsNothingOfATokenInThePasswordsPlace(String token) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "app");
    properties.setProperty("password", token);
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:leaks3", properties)) {
      connection.createStatement().execute("SELECT 1");
    }
    assertThat(told(agent.onlyCall()))
        .contains("h2database:app@leaks3")
        .doesNotContain("c4n4ry", "eyJ", "dapi");
  }

  private static void work(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a VARCHAR(40))");
      statement.execute("INSERT INTO t VALUES ('c4n4ry3') -- c4n4ry4");
      statement.executeQuery("/* c4n4ry5 */ SELECT 'FROM c4n4ry6' FROM t WHERE a = $$c4n4ry7$$");
      statement.addBatch("UPDATE t SET a = 'c4n4ry8'");
      statement.addBatch("DELETE FROM t WHERE a = 'c4n4ry9'");
      statement.executeBatch();
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO t VALUES (?), ('c4n4ry10')")) {
        insert.setString(1, "c4n4ry11");
        insert.executeUpdate();
        insert.setString(1, "c4n4ry12");
        insert.addBatch();
        insert.executeBatch();
      }
      try {
        statement.execute("SELECT CAST('c4n4ry13' AS INT)");
      } catch (SQLException expected) {
        assertThat(expected.getMessage()).contains("c4n4ry13");
      }
    }
  }

  private static String told(CapturedCall captured) {
    OutboundCall call = captured.call();
    CredentialUse credential = call.credential();
    return String.join(
        " ",
        call.system(),
        call.summary(),
        String.valueOf(call.operation()),
        String.valueOf(call.resource()),
        String.valueOf(call.account()),
        String.valueOf(call.host()),
        call.conventions().toString(),
        String.valueOf(credential.principal()),
        String.valueOf(credential.principalName()),
        String.valueOf(credential.publicId()),
        String.valueOf(credential.fingerprint()),
        String.valueOf(credential.issuer()),
        String.valueOf(credential.provider()),
        String.valueOf(credential.tenant()),
        credential.audience().toString(),
        credential.scopes().toString(),
        String.valueOf(captured.outcome().errorType()),
        captured.outcome().conventions().toString());
  }
}
