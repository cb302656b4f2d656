/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON Web Key Set, RFC 7517 s5: public keys for signatures; others are passed over. */
final class KeySetParser {
  private static final int MAX_KEYS = 100;
  private static final int MIN_RSA_BITS = 2048;

  private KeySetParser() {}

  /**
   * @throws IOException if it is none, or has no key that can be used
   */
  static KeySet parse(byte[] text) throws IOException {
    List<VerificationKey> keys = new ArrayList<>();
    try {
      Map<String, Object> json =
          JSONObjectUtils.parse(new String(text, StandardCharsets.UTF_8), KeySource.MAX_BYTES);
      Map<String, Object>[] entries = JSONObjectUtils.getJSONObjectArray(json, "keys");
      if (entries == null) {
        throw new IOException("it has no keys: not a JSON Web Key Set");
      }
      for (int i = 0; i < Math.min(entries.length, MAX_KEYS); i++) {
        VerificationKey key = key(entries[i]);
        if (key != null) {
          keys.add(key);
        }
      }
    } catch (ParseException e) {
      // The message may quote what was there.
      throw new IOException("it is not a JSON Web Key Set");
    }
    if (keys.isEmpty()) {
      throw new IOException("it has no public key for signatures");
    }
    return new KeySet(keys);
  }

  private static @Nullable VerificationKey key(Map<String, Object> entry) {
    try {
      JWK key = JWK.parse(entry);
      boolean signs = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
      return signs ? key(key) : null;
    } catch (ParseException | JOSEException | RuntimeException unusable) {
      return null;
    }
  }

  private static @Nullable VerificationKey key(JWK key) throws JOSEException {
    String algorithm = key.getAlgorithm() == null ? null : key.getAlgorithm().getName();
    if (key instanceof RSAKey && key.size() >= MIN_RSA_BITS) {
      return new JoseKey(key.getKeyID(), algorithm, new RSASSAVerifier(key.toRSAKey()));
    }
    if (key instanceof ECKey) {
      return new JoseKey(key.getKeyID(), algorithm, new ECDSAVerifier(key.toECKey()));
    }
    if (key instanceof OctetKeyPair && Curve.Ed25519.equals(((OctetKeyPair) key).getCurve())) {
      return EdwardsKey.of(key.getKeyID(), ((OctetKeyPair) key).getDecodedX());
    }
    return null;
  }
}
