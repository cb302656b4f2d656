/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.opentelemetry.exporter.internal.FailedExportException;
import org.jspecify.annotations.Nullable;

/** Says in a few words why an export failed, without any text that an exception brings along. */
final class ExportFailure {
  private ExportFailure() {}

  static String reason(@Nullable Throwable failure) {
    if (failure instanceof FailedExportException.HttpExportException) {
      FailedExportException.HttpExportException http =
          (FailedExportException.HttpExportException) failure;
      if (http.getResponse() != null) {
        return "it answered HTTP " + http.getResponse().getStatusCode();
      }
    }
    if (failure instanceof FailedExportException.GrpcExportException) {
      FailedExportException.GrpcExportException grpc =
          (FailedExportException.GrpcExportException) failure;
      if (grpc.getResponse() != null) {
        return "it answered gRPC status " + grpc.getResponse().getStatusCode();
      }
    }
    Throwable root = failure;
    for (int depth = 0; root != null && root.getCause() != null && depth < 8; depth++) {
      root = root.getCause();
    }
    return root == null ? "no answer in time" : root.getClass().getSimpleName();
  }
}
