/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.Via;
import io.executoraccounting.sql.ConnectUnderWay;
import io.executoraccounting.sql.SqlReach;
import io.executoraccounting.testing.WovenAgent;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import oracle.jdbc.OracleConnection;
import oracle.jdbc.OracleConnectionWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No Oracle runs here: a stand-in of the driver's own type takes the calls. */
class OracleProxySessionTest {
  private static final String URL = "jdbc:oracle:thin:@//db.example.com/shop";

  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JdbcExtension());

  private final StandIn connection = new StandIn();

  @BeforeEach
  void open() {
    register("app");
  }

  @Test
  void worksAsTheClientWhileTheProxySessionIsOpen() throws SQLException {
    connection.openProxySession(OracleConnection.PROXYTYPE_USER_NAME, client("SCOTT"));
    AssumedIdentity client = assumed().get(0);
    assertThat(client.id()).isEqualTo("oracle.db:SCOTT@db.example.com");
    assertThat(client.via()).isEqualTo(Via.PROXY_AUTH);
    connection.close(OracleConnection.PROXY_SESSION);
    assertThat(assumed()).isEmpty();
  }

  @Test
  void doesNotTakeAnInvalidConnectionForAProxysEnd() throws SQLException {
    connection.openProxySession(OracleConnection.PROXYTYPE_USER_NAME, client("SCOTT"));
    connection.close(OracleConnection.INVALID_CONNECTION);
    assertThat(assumed()).hasSize(1);
  }

  @Test
  void keepsTheLoginWhereTheServerRefusesTheClient() {
    connection.refusing = true;
    assertThatThrownBy(
            () ->
                connection.openProxySession(OracleConnection.PROXYTYPE_USER_NAME, client("SCOTT")))
        .isInstanceOf(SQLException.class);
    assertThat(assumed()).isEmpty();
  }

  @Test
  void doesNotNameACertificatesHolder() throws SQLException {
    connection.openProxySession(OracleConnection.PROXYTYPE_CERTIFICATE, client("SCOTT"));
    assertThat(assumed()).extracting(AssumedIdentity::id).containsExactly("unknown");
  }

  @Test
  void readsTheClientOfALogin() {
    register("app[SCOTT]");
    assertThat(facts().credential(credentials()).principal())
        .isEqualTo("oracle.db:app@db.example.com");
    assertThat(assumed())
        .extracting(AssumedIdentity::id)
        .containsExactly("oracle.db:SCOTT@db.example.com");
  }

  private void register(String user) {
    LoginHints hints = new LoginHints();
    DatabaseAddress address = JdbcUrl.read(URL, hints);
    hints.user(user);
    ConnectUnderWay underWay = ConnectUnderWay.enter();
    facts = PhysicalConnection.of(address, hints, underWay);
    underWay.leave(true);
    JdbcRegistry.opened(connection, facts);
  }

  private PhysicalConnection facts;

  private PhysicalConnection facts() {
    return facts;
  }

  private List<AssumedIdentity> assumed() {
    OutboundCall call = JdbcCallReader.statement(facts, SqlReach.UNKNOWN, credentials());
    return call.assumed();
  }

  private static CredentialReader credentials() {
    return io.executoraccounting.spi.Accounting.service().credentials();
  }

  private static Properties client(String name) {
    Properties client = new Properties();
    client.setProperty(OracleConnection.PROXY_USER_NAME, name);
    client.setProperty(OracleConnection.PROXY_USER_PASSWORD, "secret");
    return client;
  }

  /** Woven as the driver's own connections are, for it is one by its type. */
  public static final class StandIn extends OracleConnectionWrapper {
    boolean refusing;

    @Override
    public void openProxySession(int type, Properties client) throws SQLException {
      if (refusing) {
        throw new SQLException("ORA-28150: proxy not authorized", "72000", 28150);
      }
    }

    @Override
    public void close(int what) {
      // There is nothing to close.
    }
  }
}
