/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The service account that Kubernetes projects into a pod. For the agent's own thread: it reads.
 */
public final class ServiceAccountToken {
  /** Where it is mounted unless a pod asks for something else. */
  public static final File DEFAULT =
      new File("/var/run/secrets/kubernetes.io/serviceaccount/token");

  private ServiceAccountToken() {}

  /** Whom the token in that file names; null if there is none or it names no service account. */
  public static @Nullable ExecutorIdentity read(File file, Fingerprinter fingerprinter) {
    byte[] bytes = new byte[BearerToken.MAX_LENGTH];
    int length = 0;
    try (InputStream in = new FileInputStream(file)) {
      for (int read = in.read(bytes, 0, bytes.length);
          read > 0 && length < bytes.length;
          read = in.read(bytes, length, bytes.length - length)) {
        length += read;
      }
    } catch (IOException e) {
      return null;
    }
    String token = new String(bytes, 0, length, StandardCharsets.US_ASCII).trim();
    CredentialUse use = new TokenReader(fingerprinter).read(token, CredentialKind.JWT);
    String principal = use.principal();
    if (principal == null || !principal.startsWith("k8s:")) {
      return null;
    }
    ExecutorIdentity identity = ExecutorIdentity.of(principal, use.principalType());
    String pod = use.sessionId();
    return pod == null ? identity : identity.withSessionId(pod);
  }
}
