/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.testing.WovenAgent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * H2 takes any password for a database that is new; what it is proved with is the caller's word.
 */
class TokenLoginTest {
  private static final String RDS_TOKEN =
      "db.123456789012.eu-central-1.rds.amazonaws.com:5432/?Action=connect&DBUser=app"
          + "&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=ASIAQNZGKIQY56JQ7WML%2F20261124"
          + "%2Feu-central-1%2Frds-db%2Faws4_request&X-Amz-Date=20261124T100000Z&X-Amz-Expires=900"
          + "&X-Amz-SignedHeaders=host&X-Amz-Security-Token=c4n4ry-session"
          + "&X-Amz-Signature=c4n4ry5d672d79c15b13162d9279b0855cfba6";
  private static final String ENTRA_TOKEN =
      jwt(
          "{\"iss\":\"https://sts.windows.net/t1/\",\"aud\":\"https://database.windows.net/\","
              + "\"appid\":\"app-1\",\"oid\":\"o-1\",\"sub\":\"o-1\",\"tid\":\"t1\",\"uti\":\"u-1\","
              + "\"idtyp\":\"app\",\"exp\":1800000000}");

  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  private static String jwt(String payload) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(payload.getBytes(StandardCharsets.UTF_8))
        + ".c2lnbmF0dXJl";
  }

  private static CredentialUse login(String database, String user, String key, String secret)
      throws SQLException {
    Properties properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    properties.setProperty(key, secret);
    agent.calls().clear();
    String url = "jdbc:h2:mem:" + database + ";IGNORE_UNKNOWN_SETTINGS=TRUE";
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      connection.createStatement().execute("SELECT 1");
    }
    return agent.onlyCall().call().credential();
  }

  @Test
  void keyThatSignedAnRdsTokenIsNamedBesideTheUser() throws SQLException {
    CredentialUse use = login("rds", "app", "password", RDS_TOKEN);

    assertThat(use.kind()).isEqualTo(CredentialKind.DB_IAM_TOKEN);
    assertThat(use.principal()).isEqualTo("h2database:app@rds");
    assertThat(use.principalType()).isEqualTo(IdentityType.DB_ROLE);
    assertThat(use.publicId()).isEqualTo("ASIAQNZGKIQY56JQ7WML");
    assertThat(use.tenant()).isEqualTo("029608264753");
    assertThat(use.expiresAt()).isEqualTo(1_795_515_300L);
    assertThat(use.fingerprint()).isNull();
  }

  @Test
  void claimsOfAJwtInThePasswordsPlaceAreTold() throws SQLException {
    CredentialUse use = login("entra", "app", "password", ENTRA_TOKEN);

    assertThat(use.kind()).isEqualTo(CredentialKind.DB_IAM_TOKEN);
    assertThat(use.principal()).isEqualTo("h2database:app@entra");
    assertThat(use.issuer()).isEqualTo("https://sts.windows.net/t1/");
    assertThat(use.publicId()).isEqualTo("u-1");
    assertThat(use.tenant()).isEqualTo("t1");
    assertThat(use.audience()).containsExactly("https://database.windows.net/");
    assertThat(use.expiresAt()).isEqualTo(1_800_000_000L);
    assertThat(use.fingerprint()).startsWith("h1:");
  }

  @Test
  void tokenInThePasswordsPlaceHasTheFingerprintOfTheToken() throws SQLException {
    String presented =
        Accounting.service().credentials().fromToken(ENTRA_TOKEN, CredentialKind.JWT).fingerprint();

    assertThat(login("same", "app", "password", ENTRA_TOKEN).fingerprint()).isEqualTo(presented);
  }

  @Test
  void passwordHasNoFingerprint() throws SQLException {
    CredentialUse use = login("plain", "app", "password", "correct horse battery staple");

    assertThat(use.kind()).isEqualTo(CredentialKind.DB_PASSWORD);
    assertThat(use.fingerprint()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "authenticator=oauth, DB_IAM_TOKEN",
    "authenticator=snowflake_jwt, JWT",
    "authenticator=programmatic_access_token, OPAQUE_BEARER",
    "authenticator=externalbrowser, UNKNOWN",
    "enableIamAuth=true, DB_IAM_TOKEN",
    "UID=token;PWD=dapi0123456789abcdef0123456789abcdef, OPAQUE_BEARER",
    "UID=token;PWD=hunter2, DB_PASSWORD",
  })
  void parametersTellWhatTheLoginIsProvedWith(String parameters, CredentialKind kind) {
    LoginReading reading = LoginReading.begin("jdbc:snowflake://acme;" + parameters, null);
    reading.connected(null);

    assertThat(reading.login().kind()).isEqualTo(kind);
  }

  @Test
  void tokenWithoutAUserNamesItsOwnPrincipal() {
    LoginReading reading =
        LoginReading.begin("jdbc:sqlserver://db;databaseName=orders", accessToken(ENTRA_TOKEN));
    reading.connected(null);
    CredentialUse use = reading.login().credential(Accounting.service().credentials());

    assertThat(use.kind()).isEqualTo(CredentialKind.DB_IAM_TOKEN);
    assertThat(use.principal()).isEqualTo("oauth:https://sts.windows.net/t1/#app-1");
  }

  @Test
  void databricksTokenNamesTheProductAndNoUser() {
    LoginReading reading =
        LoginReading.begin(
            "jdbc:databricks://acme:443;AuthMech=3;UID=token;PWD=dapi0123456789abcdef0123456789abcdef",
            null);
    reading.connected(null);
    CredentialUse use = reading.login().credential(Accounting.service().credentials());

    assertThat(use.provider()).isEqualTo("databricks");
    assertThat(use.principal()).isNull();
    assertThat(use.fingerprint()).startsWith("h1:");
  }

  private static Properties accessToken(String token) {
    Properties properties = new Properties();
    properties.setProperty("accessToken", token);
    return properties;
  }
}
