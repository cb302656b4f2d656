/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;

/** What an issuer does: it makes keys and signs with them. */
final class Signing {
  static final String ISSUER = "https://as.example.com";
  static final RSAKey RSA = rsa("rsa-1");
  static final RSAKey OTHER_RSA = rsa("rsa-2");
  static final ECKey P256 = ec(Curve.P_256);
  static final ECKey P384 = ec(Curve.P_384);
  static final ECKey P521 = ec(Curve.P_521);

  private Signing() {}

  static RSAKey rsa(String keyId) {
    try {
      return new RSAKeyGenerator(2048).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey ec(Curve curve) {
    try {
      return new ECKeyGenerator(curve).keyID(curve.getName()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] keySet(JWK... keys) {
    return new JWKSet(List.of(keys)).toString(true).getBytes(StandardCharsets.UTF_8);
  }

  static IssuerKeys known(JWK... keys) throws Exception {
    IssuerKeys known = new IssuerKeys();
    known.replace(KeySetParser.parse(keySet(keys)));
    return known;
  }

  /** A token of that key, which names it. */
  static String token(JWK key, String algorithm) {
    return token(key, algorithm, key.getKeyID());
  }

  static String token(JWK key, String algorithm, String keyId) {
    try {
      JWSSigner signer =
          key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey());
      return sign(signer, algorithm, keyId);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token signed with the text of a public key, as if it were a secret. */
  static String confused(RSAKey key, String keyId) throws JOSEException {
    byte[] secret = Arrays.copyOf(key.toPublicJWK().toJSONString().getBytes(), 64);
    return sign(new MACSigner(secret), "HS256", keyId);
  }

  private static String sign(JWSSigner signer, String algorithm, String keyId)
      throws JOSEException {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject("billing")
            .claim("client_id", "billing")
            .claim("scope", "invoices:read")
            .build();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID(keyId).build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  /** An Ed25519 key as the JDK makes it. */
  static KeyPair edwards() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  static OctetKeyPair published(KeyPair edwards) {
    byte[] encoded = edwards.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(raw)).keyID("ed-1").build();
  }

  static String token(KeyPair edwards, String algorithm) throws GeneralSecurityException {
    String input =
        Base64URL.encode("{\"alg\":\"" + algorithm + "\",\"kid\":\"ed-1\"}")
            + "."
            + Base64URL.encode("{\"iss\":\"" + ISSUER + "\"}");
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(edwards.getPrivate());
    signature.update(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + Base64URL.encode(signature.sign());
  }
}
