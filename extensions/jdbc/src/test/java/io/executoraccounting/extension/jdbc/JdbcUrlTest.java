/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # url | system host port database realm | user kind
          jdbc:postgresql://Db.example.com/orders | postgresql db.example.com 5432 orders db.example.com | null unknown
          jdbc:postgresql://db:6432/orders?user=app&password=x | postgresql db 6432 orders db:6432 | app db_password
          jdbc:postgresql://[2001:db8::1]:6432/orders | postgresql [2001:db8::1] 6432 orders [2001:db8::1]:6432 | null unknown
          jdbc:postgresql:orders | postgresql localhost 5432 orders localhost | null unknown
          jdbc:postgresql:///orders | postgresql localhost 5432 orders localhost | null unknown
          jdbc:postgresql://a:1,b:2/orders?targetServerType=primary | postgresql null 0 orders orders | null unknown
          jdbc:mysql://app:pw@db/orders | mysql db 3306 orders db | app db_password
          jdbc:mysql://app@db:3307/orders?useSSL=true | mysql db 3307 orders db:3307 | app unknown
          jdbc:mysql://a%40b:pw@db/orders | mysql db 3306 orders db | a@b db_password
          jdbc:mysql:replication://a,b/orders | mysql null 0 orders orders | null unknown
          jdbc:mysql://address=(host=a)(user=b)/orders | mysql null 0 null null | null unknown
          jdbc:mariadb://db/orders?user=app&credentialType=AWS-IAM | mariadb db 3306 orders db | app db_iam_token
          jdbc:aws-wrapper:postgresql://db/orders?wrapperPlugins=iam,failover | other_sql db 0 orders db | null db_iam_token
          jdbc:oracle:thin:scott/tiger@//db:1522/orders | oracle.db db 1522 orders db:1522 | scott db_password
          jdbc:oracle:thin:@db:1521:ORCL | oracle.db db 1521 ORCL db | null unknown
          jdbc:oracle:thin:@tcps://db/orders?wallet_location=x | oracle.db db 1521 orders db | null unknown
          jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=db)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=orders))) | oracle.db db 1521 orders db | null unknown
          jdbc:oracle:thin:@orders_alias | oracle.db null 0 null null | null unknown
          jdbc:sqlserver://db;databaseName=orders;user=app;password=x | microsoft.sql_server db 1433 orders db | app db_password
          jdbc:sqlserver://db\\sales:1500;databaseName=orders;authenticationScheme=JavaKerberos | microsoft.sql_server db 1500 sales#orders db:1500 | null kerberos
          jdbc:sqlserver://;serverName=db;portNumber=1500;database=orders | microsoft.sql_server db 1500 orders db:1500 | null unknown
          jdbc:sqlserver://db;authentication=ActiveDirectoryMSI | microsoft.sql_server db 1433 null db | null azure_token
          jdbc:db2://db:50001/orders:user=app;password=x; | ibm.db2 db 50001 orders db:50001 | app db_password
          jdbc:derby://db:1527/orders;create=true;user=app | derby db 1527 orders db | app unknown
          jdbc:derby:memory:orders;create=true | derby null 0 orders orders | null unknown
          jdbc:h2:mem:orders;DB_CLOSE_DELAY=-1;USER=sa | h2database null 0 orders orders | sa unknown
          jdbc:h2:tcp://db:9093/~/orders | h2database db 9093 orders db:9093 | null unknown
          jdbc:h2:file:/home/alice/data/orders | h2database null 0 orders orders | null unknown
          jdbc:hsqldb:hsql://db/orders;user=SA | hsqldb db 9001 orders db | SA unknown
          jdbc:sqlite:/var/data/orders.db?cache=shared | sqlite null 0 orders.db orders.db | null unknown
          jdbc:sqlite::memory: | sqlite null 0 null null | null unknown
          jdbc:acme://db:99/orders | other_sql db 99 orders db:99 | null unknown
          nonsense | other_sql null 0 null null | null unknown
          """)
  void tellsWhereItLeadsAndWhoLogsIn(String url, String address, String login) {
    LoginHints hints = new LoginHints();
    DatabaseAddress read = JdbcUrl.read(url, hints);
    assertThat(told(read).replace('|', '#')).isEqualTo(address);
    LoginReading reading = LoginReading.begin(url, null);
    reading.connected(null);
    PhysicalConnection connection = reading.login();
    assertThat(hints.user() + " " + connection.kind().value()).isEqualTo(login);
  }

  static String told(DatabaseAddress address) {
    return address.system.systemName
        + " "
        + address.host
        + " "
        + address.port
        + " "
        + address.namespace
        + " "
        + address.realm();
  }
}
