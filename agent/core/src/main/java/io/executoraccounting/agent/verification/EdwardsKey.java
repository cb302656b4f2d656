/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Ed25519, RFC 8037 and RFC 9864. The JDK has it since 15; Nimbus JOSE would need another library
 * for it.
 */
final class EdwardsKey extends VerificationKey {
  /** SubjectPublicKeyInfo of RFC 8410 s4 up to the 32 bytes of the key. */
  private static final byte[] PREFIX = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private static final int LENGTH = 32;

  private final PublicKey key;

  private EdwardsKey(@Nullable String id, PublicKey key) {
    super(id, null);
    this.key = key;
  }

  /** Null if this JVM has no such keys, or it is none. */
  static @Nullable EdwardsKey of(@Nullable String id, byte[] raw) {
    if (raw.length != LENGTH) {
      return null;
    }
    byte[] encoded = new byte[PREFIX.length + LENGTH];
    System.arraycopy(PREFIX, 0, encoded, 0, PREFIX.length);
    System.arraycopy(raw, 0, encoded, PREFIX.length, LENGTH);
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      return new EdwardsKey(id, factory.generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException notOnThisJvm) {
      return null;
    }
  }

  @Override
  boolean isFor(String wanted) {
    return wanted.equals("EdDSA") || wanted.equals("Ed25519");
  }

  @Override
  @Nullable Boolean verify(String wanted, byte[] input, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(input);
      return verifier.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException notOnThisJvm) {
      return null;
    }
  }
}
