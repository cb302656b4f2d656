/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.Access;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.sql.SqlReach;
import io.executoraccounting.sql.session.SessionView;
import org.jspecify.annotations.Nullable;

/** From a connection and what a statement reaches to the call that is accounted for. */
final class JdbcCallReader {
  private JdbcCallReader() {}

  static OutboundCall statement(
      PhysicalConnection connection, SqlReach reach, CredentialReader credentials) {
    String summary = reach.summary();
    OutboundCall.Builder call =
        builder(
                connection,
                summary == null ? systemName(connection) : summary,
                connection.during(reach.session(), credentials),
                credentials)
            .access(reach.access());
    return reaching(call, reach).convention("db.query.summary", summary).build();
  }

  /** A batch of one is told as the statement it is, as the semantic conventions ask. */
  static OutboundCall batch(
      PhysicalConnection connection, @Nullable BatchReach batch, CredentialReader credentials) {
    if (batch == null) {
      return statement(connection, SqlReach.UNKNOWN, credentials);
    }
    SqlReach common = batch.common();
    if (batch.size() == 1 && common != null) {
      return statement(connection, common, credentials);
    }
    String summary =
        common == null || common.summary() == null ? "BATCH" : "BATCH " + common.summary();
    OutboundCall.Builder call =
        builder(connection, summary, connection.during(batch.session(), credentials), credentials)
            .access(
                batch.complete() || batch.access() != Access.READ ? batch.access() : Access.UNKNOWN)
            .convention("db.operation.batch.size", batch.size());
    if (common == null) {
      call.operation("BATCH").convention("db.operation.name", "BATCH");
    } else {
      reaching(call, common);
    }
    if (!batch.complete()) {
      call.gap(Gap.REACH_INCOMPLETE);
    }
    return call.convention("db.query.summary", summary).build();
  }

  private static OutboundCall.Builder builder(
      PhysicalConnection connection,
      String summary,
      SessionView view,
      CredentialReader credentials) {
    DatabaseAddress address = connection.address;
    OutboundCall.Builder call = OutboundCall.builder(systemName(connection), summary);
    if (!view.isLogin()) {
      view.gaps().forEach(call::gap);
      call.assumed(view.assumed());
    }
    return call.authority(connection.credential(credentials), AuthoritySource.CONNECTION)
        .server(address.host, address.port)
        .convention("db.system.name", systemName(connection))
        .convention("db.namespace", address.namespace)
        .convention("server.address", address.host)
        .convention("server.port", address.port == 0 ? null : (Long) (long) address.port);
  }

  private static OutboundCall.Builder reaching(OutboundCall.Builder call, SqlReach reach) {
    String table = reach.collection();
    if (reach != SqlReach.UNKNOWN && !reach.complete()) {
      call.gap(Gap.REACH_INCOMPLETE);
    }
    return call.operation(reach.operation())
        .resource(table == null ? reach.procedure() : table)
        .convention("db.operation.name", reach.operation())
        .convention("db.collection.name", table)
        .convention("db.stored_procedure.name", reach.procedure());
  }

  private static String systemName(PhysicalConnection connection) {
    return connection.address.system.systemName;
  }
}
