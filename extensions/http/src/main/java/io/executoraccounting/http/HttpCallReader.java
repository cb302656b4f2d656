/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.Access;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.HeaderSource;
import io.executoraccounting.spi.OutboundCall;
import org.jspecify.annotations.Nullable;

/**
 * Turns a request into what is told of it. Of the headers only those that carry a credential, a
 * trace context or an operation's name are asked for. Never throws, unless {@code headers} does.
 */
public final class HttpCallReader {
  private HttpCallReader() {}

  /**
   * @param headers as they are sent, those that the library added included
   * @param rawQuery percent-encoded, null if there is none; only the credential that it may present
   *     is read, and only where the headers present none
   * @return to which a client adds what it alone knows; attributes follow the stable HTTP client
   *     conventions, OpenTelemetry semconv 1.45
   */
  public static OutboundCall.Builder read(
      CredentialReader credentials,
      HttpTarget target,
      HeaderSource headers,
      @Nullable String rawQuery) {
    String method = HttpMethod.named(target.method());
    CredentialUse credential = credentials.fromHeaders(headers);
    if (credential.kind() == CredentialKind.NONE) {
      credential = credentials.fromQuery(target.host(), rawQuery);
    }
    SignedScope scope = SignedScope.of(credential);
    OutboundCall.Builder call =
        OutboundCall.builder(
            scope == null ? "http" : "aws." + scope.service(), method + " " + target.path());
    call.authority(credential, AuthoritySource.CALL)
        .assumed(ImpersonationReader.read(headers, target.host(), credential))
        .account(GoogleProject.of(target.host(), headers))
        .operation(method)
        .access(HttpMethod.access(method))
        .resource(target.path())
        .server(target.host(), target.port())
        .traceContext(TraceContext.parse(headers.get("traceparent")));
    if (scope != null) {
      signedFor(
          call, scope, credential, method, ServiceOperation.parse(headers.get("X-Amz-Target")));
    }
    return conventions(call, target, method);
  }

  private static void signedFor(
      OutboundCall.Builder call,
      SignedScope scope,
      CredentialUse credential,
      String method,
      @Nullable String operation) {
    call.account(credential.tenant()).region(scope.region());
    if (operation != null) {
      call.operation(operation).access(ServiceOperation.access(operation));
    } else if (method.equals("POST") && !scope.service().equals("s3")) {
      // The query protocol posts every operation, and names it in the body alone.
      call.access(Access.UNKNOWN);
    }
  }

  private static OutboundCall.Builder conventions(
      OutboundCall.Builder call, HttpTarget target, String method) {
    boolean known = HttpMethod.isKnown(method);
    return call.convention("http.request.method", known ? method : HttpMethod.OTHER)
        .convention("http.request.method_original", known ? null : method)
        .convention("server.address", target.host())
        .convention("server.port", target.port() > 0 ? (long) target.port() : null)
        .convention("url.full", target.redactedUrl());
  }
}
