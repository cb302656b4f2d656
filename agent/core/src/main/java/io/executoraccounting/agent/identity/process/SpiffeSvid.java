/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Verification;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * The SPIFFE id in a file: an X509-SVID as PEM, or a JWT-SVID. The Workload API itself ({@code
 * SPIFFE_ENDPOINT_SOCKET}) is a socket and is not asked.
 */
final class SpiffeSvid implements IdentitySource {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  /** The mount points in the documents of csi-driver-spiffe 0.8 and of GKE's workload identity. */
  private static final String[] MOUNTED = {
    "var/run/secrets/spiffe.io/tls.crt",
    "var/run/secrets/workload-spiffe-credentials/certificates.pem",
  };

  private final @Nullable File configured;
  private final CredentialReader credentials;

  /**
   * @param configured where spiffe-helper or a driver was told to put it, null if nobody says
   */
  SpiffeSvid(@Nullable File configured, CredentialReader credentials) {
    this.configured = configured;
    this.credentials = credentials;
  }

  @Override
  public @Nullable ProcessIdentity identify(ProcessSurroundings surroundings) {
    if (configured != null) {
      return read(configured, surroundings);
    }
    for (String path : MOUNTED) {
      ProcessIdentity found = read(surroundings.file(path), surroundings);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable ProcessIdentity read(File file, ProcessSurroundings surroundings) {
    try (SmallFile content = SmallFile.read(file)) {
      if (content == null) {
        return null;
      }
      String text = content.ascii();
      int begin = text.indexOf(BEGIN);
      CredentialUse use =
          begin < 0
              ? credentials.fromToken(text, CredentialKind.JWT)
              : credentials.fromCertificates(leaf(text, begin));
      String id = use.principal();
      return id == null || !id.startsWith("spiffe://")
          ? null
          : surroundings.identity(
              ExecutorIdentity.of(id, use.principalType()),
              begin < 0 ? "jwt_svid" : "x509_svid",
              Verification.ASSERTED);
    }
  }

  /** The first certificate is the process's own; a private key may stand before it. */
  private static X509Certificate[] leaf(String pem, int begin) {
    int end = pem.indexOf(END, begin);
    if (end < 0) {
      return new X509Certificate[0];
    }
    byte[] block = pem.substring(begin, end + END.length()).getBytes(StandardCharsets.US_ASCII);
    InputStream bytes = new ByteArrayInputStream(block);
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return new X509Certificate[] {(X509Certificate) factory.generateCertificate(bytes)};
    } catch (CertificateException e) {
      return new X509Certificate[0];
    }
  }
}
