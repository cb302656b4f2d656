/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.config.OtlpConfig;
import io.opentelemetry.common.ComponentLoader;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What every exporter's builder is given, whatever it exports and over which protocol. The builders
 * share no type, so that each hands in its setters.
 */
final class OtlpTransport {
  private OtlpTransport() {}

  /**
   * @throws IOException if a certificate or key cannot be read
   */
  static void authenticate(
      OtlpConfig config,
      BiConsumer<String, String> header,
      Consumer<byte[]> trusted,
      BiConsumer<byte[], byte[]> clientTls)
      throws IOException {
    config.headers().forEach(header);
    OtlpCertificates certificates = OtlpCertificates.read(config);
    if (certificates.trusted != null) {
      trusted.accept(certificates.trusted);
    }
    if (certificates.key != null && certificates.chain != null) {
      clientTls.accept(certificates.key, certificates.chain);
    }
  }

  /** The sender is found by our loader: an application's copy of OpenTelemetry has its own. */
  static ComponentLoader ownComponents() {
    return ComponentLoader.forClassLoader(OtlpTransport.class.getClassLoader());
  }
}
