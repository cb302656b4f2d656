/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import io.executoraccounting.endtoend.program.Canary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

/** A key with a self-signed certificate. */
record ClientKey(Path keyStore, KeyStore keys) {
  private static final char[] PASSWORD = Canary.KEY_STORE_PASSWORD.text().toCharArray();

  static ClientKey generate(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("client.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    BuiltJars.JAVA_HOME.resolve("bin/keytool").toString(),
                    "-genkeypair",
                    "-keyalg",
                    "RSA",
                    "-alias",
                    "own",
                    "-dname",
                    "CN=svc",
                    "-ext",
                    "san=dns:localhost",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    new String(PASSWORD)))
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool made no key");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return new ClientKey(file, keys);
  }

  byte[] privateKey() throws GeneralSecurityException {
    return keys.getKey("own", PASSWORD).getEncoded();
  }
}
