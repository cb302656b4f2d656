/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.config.OtlpConfig;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Whom a backend is trusted by, and what we show it, in PEM; null where nothing is configured. */
final class OtlpCertificates {
  final byte @Nullable [] trusted;
  final byte @Nullable [] key;
  final byte @Nullable [] chain;

  private OtlpCertificates(
      byte @Nullable [] trusted, byte @Nullable [] key, byte @Nullable [] chain) {
    this.trusted = trusted;
    this.key = key;
    this.chain = chain;
  }

  /**
   * @throws IOException if one of the files cannot be read
   */
  static OtlpCertificates read(OtlpConfig config) throws IOException {
    return new OtlpCertificates(
        bytes(config.certificate()), bytes(config.clientKey()), bytes(config.clientCertificate()));
  }

  private static byte @Nullable [] bytes(@Nullable File file) throws IOException {
    if (file == null) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    try (InputStream in = new FileInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        bytes.write(chunk, 0, read);
      }
    }
    return bytes.toByteArray();
  }
}
